package cachescope.engine.run;

import org.jspecify.annotations.Nullable;

/** A run could not be started or went wrong; the message is one sentence for people. */
public final class RunException extends Exception {
    private static final long serialVersionUID = 1L;

    public RunException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
