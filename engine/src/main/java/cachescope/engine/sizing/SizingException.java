package cachescope.engine.sizing;

/**
 * A size cannot be worked out from this recording in this way. The message is one sentence for
 * people.
 */
public final class SizingException extends Exception {
    private static final long serialVersionUID = 1L;

    public SizingException(String message) {
        super(message);
    }
}
