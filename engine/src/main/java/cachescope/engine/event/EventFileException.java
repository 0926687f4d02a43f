package cachescope.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * A log file cannot be written or read. The message is one sentence for people: which file, which
 * line, what was expected.
 */
public final class EventFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public EventFileException(String message) {
        this(message, null);
    }

    public EventFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
