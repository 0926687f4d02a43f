package cachescope.engine.traffic;

/**
 * Traffic cannot be read. The message is one sentence for people that names the source, the line
 * and the field where there are such, and what was expected.
 */
public final class TrafficException extends Exception {
    private static final long serialVersionUID = 1L;

    public TrafficException(String message) {
        super(message);
    }

    public TrafficException(String message, Throwable cause) {
        super(message, cause);
    }
}
