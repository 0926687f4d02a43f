package cachescope.engine.run;

import cachescope.engine.port.Caller;
import java.util.Optional;

/**
 * The values of a run. Recorded traffic tells sizes, not contents; so a value says in a word where
 * it comes from and, in full, is filled up with letters to its size.
 */
public enum Payload {
    /** Values have the size that the recording tells: real stores carry them. */
    FULL,
    /** Values say where they come from and no more: nothing depends on their size. */
    BRIEF;

    /** The size of a value, in bytes, where the recording does not tell one. */
    static final int SIZE_UNKNOWN = 200;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789".repeat(30);
    private static final String ORIGINAL = "original ";

    /**
     * The value of a record that was there before the run, in the size that the running request
     * tells.
     */
    Optional<String> original() {
        return Optional.of(
                this == BRIEF
                        ? ORIGINAL
                        : sized(
                                ORIGINAL,
                                Caller.CURRENT.isBound()
                                        ? Caller.CURRENT.get().size()
                                        : SIZE_UNKNOWN));
    }

    /** The value that a request writes. */
    String written(long request, long size) {
        var start = "written by request " + request + " ";
        return this == BRIEF ? start : sized(start, size);
    }

    /** The value that another program writes. */
    String outside() {
        return "written by another program";
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
