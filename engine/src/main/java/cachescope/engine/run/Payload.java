package cachescope.engine.run;

/**
 * The values of the run. Recorded traffic tells sizes, not contents; so a value says in a word
 * where it comes from and is filled up with letters to its size.
 */
final class Payload {
    /** The size of a value, in bytes, where the recording does not tell one. */
    static final int SIZE_UNKNOWN = 200;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789".repeat(30);

    private Payload() {}

    /** The value of a record that was there before the run. */
    static String original(long size) {
        return sized("original ", size);
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
