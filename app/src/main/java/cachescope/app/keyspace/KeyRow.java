package cachescope.app.keyspace;

import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.port.CommandText;
import cachescope.engine.port.StoredKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A key in words, a cell each. */
public record KeyRow(
        String name, String type, String version, String timeToLive, String size, String value) {
    private static final String NONE = "–";

    /** A key as it was read a time ago, in nanoseconds. */
    public static KeyRow of(StoredKey key, long ago) {
        return new KeyRow(
                key.name(),
                key.type(),
                key.version().isPresent() ? "v" + key.version().getAsLong() : NONE,
                timeToLive(key.timeToLive(), ago),
                Counts.bytes(key.bytes()),
                value(key));
    }

    /** The same under another name. */
    public KeyRow named(String other) {
        return new KeyRow(other, type, version, timeToLive, size, value);
    }

    private static String timeToLive(OptionalLong nanos, long ago) {
        if (nanos.isEmpty()) {
            return "never";
        }
        long left = nanos.getAsLong() - ago;
        return left <= 0 ? "expired" : Times.roundLength(left);
    }

    /** The value on one line, with how much there is where that is more. */
    private static String value(StoredKey key) {
        var line =
                switch (key.type()) {
                    case "string" -> oneLine(String.join("", key.parts())) + (key.cut() ? "…" : "");
                    case "hash", "zset" -> listed(pairs(key.parts()), key);
                    default -> listed(key.parts(), key);
                };
        return key.type().equals("string") ? line : line.strip();
    }

    private static String listed(List<String> parts, StoredKey key) {
        var more = key.cut() ? " … " + Counts.whole(key.length()) + " in all" : "";
        return String.join(", ", parts.stream().map(KeyRow::oneLine).toList()) + more;
    }

    private static String oneLine(String text) {
        return text.chars().anyMatch(next -> next < ' ') ? CommandText.of(text) : text;
    }

    /** A field and its value each. */
    static List<String> pairs(List<String> flat) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            pairs.add(flat.get(i) + ": " + flat.get(i + 1));
        }
        return pairs;
    }
}
