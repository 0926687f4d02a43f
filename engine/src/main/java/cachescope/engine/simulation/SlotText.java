package cachescope.engine.simulation;

import cachescope.engine.port.Entry;
import org.jspecify.annotations.Nullable;

/** What is in a slot of the simulated cache, as it would begin and end in Redis. */
final class SlotText {
    private SlotText() {}

    static String of(long version, @Nullable Entry entry) {
        return "{\"version\":" + version + "," + rest(entry) + "}";
    }

    private static String rest(@Nullable Entry entry) {
        if (entry == null) {
            return "\"tombstone\":true";
        }
        var value = entry.versioned().value();
        return value == null
                ? "\"absent\":true"
                : "\"value\":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
