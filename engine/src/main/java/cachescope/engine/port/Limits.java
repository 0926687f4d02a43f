package cachescope.engine.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What commands refuse, and what several of them write alike. */
final class Limits {
    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final long NANOS_A_MILLISECOND = 1_000_000L;

    private Limits() {}

    /** A time to live as Redis takes it: in whole seconds, or else in milliseconds, rounded up. */
    record Time(boolean isWhole, String amount) {
        String unit() {
            return isWhole ? "EX" : "PX";
        }
    }

    static Time time(Duration time) {
        return time.toNanosPart() == 0
                ? new Time(true, Long.toString(time.toSeconds()))
                : new Time(false, Long.toString(millis(time)));
    }

    private static long millis(Duration time) {
        return time.toSeconds() * (NANOS_A_SECOND / NANOS_A_MILLISECOND)
                + Math.ceilDiv(time.toNanosPart(), NANOS_A_MILLISECOND);
    }

    static void positive(Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException(
                    "A time to live must be positive, not " + time + ".");
        }
    }

    static void count(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "A number of values must be at least 1, not " + count + ".");
        }
    }

    static void value(String value) {
        if (value.length() > Command.VALUE_CHARACTERS_MAX) {
            throw new IllegalArgumentException(
                    "A value of %s characters is larger than the %s that are taken."
                            .formatted(value.length(), Command.VALUE_CHARACTERS_MAX));
        }
    }

    static void some(Collection<String> values, String what, String of) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("%s needs at least one %s.".formatted(what, of));
        }
        values.forEach(Limits::value);
    }

    static List<String> joined(String verb, String name, List<String> rest) {
        var words = new ArrayList<>(List.of(verb, name));
        words.addAll(rest);
        return words;
    }
}
