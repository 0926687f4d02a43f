package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.Excerpt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the traces of Twitter's twemcache clusters (Yang, Yue, Rashmi, OSDI 2020): timestamp,
 * anonymized key, key size, value size, client id, operation, TTL. The size is the value's, as
 * everywhere; that of a miss was recorded as 0. A TTL of 0 says that there is none. Times are whole
 * seconds.
 */
final class TwitterParser implements LineParser {
    private static final String SHAPE =
            "timestamp,key,key size,value size,client id,operation,TTL, as in 0,q:q:1:8WTfjZU14ee,17,213,4,get,0";
    private static final int FIELDS = 7;
    private static final Duration DISORDER = Duration.ofSeconds(60);

    private final TimeAxis axis = TimeAxis.ofClock(DISORDER);

    static boolean recognises(String line) {
        try {
            var _ = new TwitterParser().request(line);
            return true;
        } catch (BadLine _) {
            return false;
        }
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (!line.isBlank()) {
            requests.accept(request(line));
        }
    }

    @Override
    public boolean isInWholeSeconds() {
        return true;
    }

    @Override
    public List<String> remarks() {
        return axis.remark().map(List::of).orElse(List.of());
    }

    private Request request(String line) throws BadLine {
        var fields = fields(line);
        var operation = operation(fields.get(5));
        var key = Quantities.key("key", fields.get(1));
        Quantities.size("key size", Quantities.number("key size", fields.get(2)));
        long size = Quantities.size("value size", Quantities.number("value size", fields.get(3)));
        var timeToLive = Quantities.timeToLive("TTL", Quantities.number("TTL", fields.get(6)));
        long time =
                Quantities.nanos("timestamp", Quantities.number("timestamp", fields.getFirst()));
        return new Request(
                axis.place("timestamp", time),
                operation,
                key,
                size,
                fields.get(4),
                timeToLive,
                List.of());
    }

    /** The fields; a key may hold commas, so the others are counted from both ends. */
    private static List<String> fields(String line) throws BadLine {
        var parts = line.split(",", -1);
        if (parts.length < FIELDS) {
            throw new BadLine("expected " + SHAPE + ", found " + Excerpt.of(line));
        }
        int more = parts.length - FIELDS;
        var fields = new ArrayList<String>();
        fields.add(parts[0]);
        fields.add(String.join(",", List.of(parts).subList(1, more + 2)));
        fields.addAll(List.of(parts).subList(more + 2, parts.length));
        return fields;
    }

    private static Operation operation(String text) throws BadLine {
        return Optional.ofNullable(
                        switch (text) {
                            case "get", "gets" -> Operation.READ;
                            case "set",
                                    "add",
                                    "replace",
                                    "cas",
                                    "append",
                                    "prepend",
                                    "incr",
                                    "decr" ->
                                    Operation.WRITE;
                            case "delete" -> Operation.DELETE;
                            default -> null;
                        })
                .orElseThrow(() ->
                        BadLine.field(
                                "operation",
                                "get, gets, set, add, replace, cas, append, prepend, incr, decr or delete",
                                text));
    }
}
