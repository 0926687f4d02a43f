package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.QuotedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what {@code redis-cli MONITOR} printed. A command becomes one request for each of its keys;
 * what a script did is passed over, and so are commands that neither read nor change a value (see
 * {@link RedisCommand}), which are counted by name. The arguments of such commands are looked at by
 * no one: a password that stands there stays there.
 */
final class MonitorParser implements LineParser {
    private static final Duration DISORDER = Duration.ofSeconds(1);
    private static final int MOST_DATABASES = 16;

    private final TimeAxis axis = TimeAxis.ofClock(DISORDER);
    private final PassedOver passedOver =
            new PassedOver("commands that neither read nor change the value of a key");
    private final Set<String> databases = new TreeSet<>();

    static boolean recognises(String firstLine) {
        if (firstLine.equals("OK")) {
            return true;
        }
        try {
            MonitorLine.parse(firstLine);
            return true;
        } catch (BadLine _) {
            return false;
        }
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (line.isBlank() || line.equals("OK")) {
            return;
        }
        var parsed = MonitorLine.parse(line);
        if (parsed.client().equals("lua")) {
            return;
        }
        var name = parsed.command();
        var command = RedisCommand.named(name);
        if (command.isEmpty()) {
            passedOver.count(name);
            return;
        }
        requestsOf(parsed, name, command.get()).forEach(requests::accept);
    }

    @Override
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        passedOver.remark().ifPresent(remarks::add);
        if (databases.size() > 1) {
            remarks.add(
                    "Equal keys of the databases "
                            + String.join(", ", databases)
                            + " are not told apart.");
        }
        axis.remark().ifPresent(remarks::add);
        return remarks;
    }

    private List<Request> requestsOf(MonitorLine line, String name, RedisCommand command)
            throws BadLine {
        var arguments = line.arguments();
        var timeToLive = RedisExpiry.of(name, arguments, line.time()).orElse(null);
        var keys = new ArrayList<String>();
        var indices = command.keyIndices(arguments.size());
        for (int index : indices) {
            keys.add(Quantities.key("key", arguments.get(index).text()));
        }
        if (databases.size() < MOST_DATABASES) {
            databases.add(line.database());
        }
        long at = axis.place("time", line.time());
        var requests = new ArrayList<Request>();
        for (int number = 0; number < keys.size(); number++) {
            long size = sizeWritten(name, arguments, indices.get(number));
            requests.add(
                    new Request(
                            at,
                            command.operation(),
                            keys.get(number),
                            size,
                            line.client(),
                            timeToLive,
                            List.of()));
        }
        return requests;
    }

    /** The bytes of the whole value, where the command carries it. */
    private static long sizeWritten(String name, List<QuotedText> arguments, int keyIndex) {
        int index =
                switch (name) {
                    case "SET", "SETNX", "GETSET", "MSET", "MSETNX" -> keyIndex + 1;
                    case "SETEX", "PSETEX" -> keyIndex + 2;
                    default -> arguments.size();
                };
        return index < arguments.size() ? arguments.get(index).byteCount() : Request.UNKNOWN_SIZE;
    }
}
