package cachescope.engine.run;

import cachescope.engine.port.Caller;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values of the run. Recorded traffic tells sizes, not contents; so a value says in a word
 * where it comes from and is filled up with letters to its size.
 */
final class Payload {
    /** The size of a value, in bytes, where the recording does not tell one. */
    static final int SIZE_UNKNOWN = 200;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789".repeat(30);

    /** Every record has a value of the size that the request which touches it first tells. */
    static final Function<String, Optional<String>> BASELINE = key -> Optional.of(original());

    /** There is no record before the run. */
    static final Function<String, Optional<String>> NONE = key -> Optional.empty();

    private Payload() {}

    /**
     * The value of a record that was there before the run, in the size that the running request
     * tells.
     */
    private static String original() {
        return sized(
                "original ", Caller.CURRENT.isBound() ? Caller.CURRENT.get().size() : SIZE_UNKNOWN);
    }

    /** The value that a request writes. */
    static String written(long request, long size) {
        return sized("written by request " + request + " ", size);
    }

    private static String sized(String start, long size) {
        int length = Math.toIntExact(size);
        if (length <= start.length()) {
            return start.substring(0, length);
        }
        var value = new StringBuilder(length).append(start);
        while (value.length() < length) {
            value.append(LETTERS, 0, Math.min(LETTERS.length(), length - value.length()));
        }
        return value.toString();
    }
}
