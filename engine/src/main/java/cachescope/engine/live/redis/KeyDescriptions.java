package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.StoredKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;

/**
 * What is told of keys: in one round trip their types, times and sizes, in a second one their
 * values as far as they are told. A key that goes or changes meanwhile is left out.
 */
enum KeyDescriptions {
    /** The beginning of each value. */
    SHORT(256, 8),
    /** As much as a person reads. */
    WHOLE(64 << 10, 1_000);

    private static final String NONE = "none";

    private final int bytesMax;
    private final int partsMax;

    KeyDescriptions(int bytesMax, int partsMax) {
        this.bytesMax = bytesMax;
        this.partsMax = partsMax;
    }

    /** A key of which the first round trip has told. */
    private record Outline(String name, String type, long millis, long bytes) {}

    /** What the server told of some keys, in their order. Blocks for two round trips. */
    List<StoredKey> of(RedisConnections connections, List<String> names) throws CacheUnavailable {
        var outlines = outlines(connections, names);
        if (outlines.isEmpty()) {
            return List.of();
        }
        var exchange = new Exchange();
        outlines.forEach(outline -> ask(exchange, outline));
        var answers = connections.call(exchange);
        var told = new ArrayList<StoredKey>();
        for (int i = 0; i < outlines.size(); i++) {
            told(outlines.get(i), answers.get(2 * i), answers.get(2 * i + 1)).ifPresent(told::add);
        }
        return told;
    }

    private static List<Outline> outlines(RedisConnections connections, List<String> names)
            throws CacheUnavailable {
        var exchange = new Exchange();
        for (var name : names) {
            exchange.add(Command.TYPE, name).add(Command.PTTL, name);
            exchange.add(Command.MEMORY, "USAGE", name);
        }
        var answers = connections.call(exchange);
        var outlines = new ArrayList<Outline>();
        for (int i = 0; i < names.size(); i++) {
            var type = answers.get(3 * i) instanceof byte[] text ? Exchange.text(text) : NONE;
            long millis = number(answers.get(3 * i + 1));
            if (!type.equals(NONE)) {
                outlines.add(
                        new Outline(names.get(i), type, millis, number(answers.get(3 * i + 2))));
            }
        }
        return outlines;
    }

    /** Two commands a key: how long its value is, and the beginning of it. */
    private void ask(Exchange exchange, Outline outline) {
        var name = outline.name;
        var last = Integer.toString(partsMax - 1);
        var count = Integer.toString(partsMax);
        switch (outline.type) {
            case "string" ->
                    exchange.add(Command.STRLEN, name)
                            .add(Command.GETRANGE, name, "0", Integer.toString(bytesMax - 1));
            case "hash" ->
                    exchange.add(Command.HLEN, name).add(Command.HSCAN, name, "0", "COUNT", count);
            case "list" -> exchange.add(Command.LLEN, name).add(Command.LRANGE, name, "0", last);
            case "set" ->
                    exchange.add(Command.SCARD, name).add(Command.SSCAN, name, "0", "COUNT", count);
            case "zset" ->
                    exchange.add(Command.ZCARD, name)
                            .add(Command.ZRANGE, name, "0", last, "WITHSCORES");
            default -> exchange.add(Command.EXISTS, name).add(Command.EXISTS, name);
        }
    }

    private Optional<StoredKey> told(
            Outline outline, @Nullable Object length, @Nullable Object value) {
        long size = number(length);
        if (size <= 0 && !(outline.type.equals("string") && size == 0)) {
            return Optional.empty();
        }
        var parts = parts(outline.type, value);
        int parting = outline.type.equals("hash") || outline.type.equals("zset") ? 2 : 1;
        boolean string = outline.type.equals("string");
        var shown = parts.subList(0, Math.min(parts.size(), partsMax * parting));
        return Optional.of(
                new StoredKey(
                        outline.name,
                        outline.type,
                        shown.stream().map(this::shortened).toList(),
                        string ? size > bytesMax : size > shown.size() / parting,
                        size,
                        outline.millis < 0
                                ? OptionalLong.empty()
                                : OptionalLong.of(TimeUnit.MILLISECONDS.toNanos(outline.millis)),
                        outline.bytes < 0 ? size : outline.bytes));
    }

    private static List<String> parts(String type, @Nullable Object value) {
        return switch (value) {
            case byte[] text -> List.of(Exchange.text(text));
            case List<?> page when type.equals("hash") || type.equals("set") ->
                    Exchange.texts(page.get(1));
            case List<?> several -> Exchange.texts(several);
            case null, default -> List.of();
        };
    }

    private String shortened(String part) {
        return part.length() <= bytesMax ? part : part.substring(0, bytesMax);
    }

    /** -1 for what is none, as where the server refuses to tell. */
    private static long number(@Nullable Object answer) {
        return answer instanceof Long number ? number : -1;
    }
}
