package cachescope.engine.traffic.line;

/**
 * A line that does not say what it should. The message is a clause that names the field, what was
 * expected and what was found, such as {@code op: expected READ, WRITE or DELETE, found "FROB"};
 * who reads the file adds its name and the line's number.
 */
public final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    public BadLine(String message) {
        super(message);
    }

    /** A field that holds something else than was expected. */
    public static BadLine field(String field, String expected, String found) {
        return new BadLine(field + ": expected " + expected + ", found " + Excerpt.of(found));
    }
}
