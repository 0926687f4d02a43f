package cachescope.app.keyspace;

import cachescope.app.words.Counts;
import cachescope.engine.port.StoredKey;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A key with its whole value, as far as a person reads it.
 *
 * @param facts its kind, and how large it is
 * @param text the value, over several lines
 */
public record OpenedKey(String name, String facts, String text) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The key as it was read. */
    static OpenedKey of(StoredKey key) {
        return new OpenedKey(key.name(), facts(key), text(key));
    }

    /** A key that was there and is no more. */
    static OpenedKey gone(String name) {
        return new OpenedKey(name, "is there no more", "");
    }

    private static String facts(StoredKey key) {
        var length =
                switch (key.type()) {
                    case "string" -> Counts.of(key.length(), "byte", "bytes");
                    case "hash" -> Counts.of(key.length(), "field", "fields");
                    case "set" -> Counts.of(key.length(), "member", "members");
                    case "list" -> Counts.of(key.length(), "value", "values");
                    default -> Counts.whole(key.length());
                };
        return key.type() + " · " + length + (key.cut() ? ", of which the beginning" : "");
    }

    private static String text(StoredKey key) {
        return switch (key.type()) {
            case "string" -> indented(String.join("", key.parts()));
            case "hash", "zset" -> String.join("\n", KeyRow.pairs(key.parts()));
            case "list" -> String.join("\n", numbered(key.parts()));
            default -> String.join("\n", key.parts());
        };
    }

    private static List<String> numbered(List<String> values) {
        return IntStream.range(0, values.size()).mapToObj(i -> i + "  " + values.get(i)).toList();
    }

    /** JSON over several lines; anything else as it is. */
    private static String indented(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return text;
        }
        try {
            return JSON.readTree(text).toPrettyString();
        } catch (JacksonException noJson) {
            return text;
        }
    }
}
