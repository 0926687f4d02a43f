package cachescope.app.cli;

import org.jspecify.annotations.Nullable;

/** An option's value makes no sense; the message is one sentence. */
final class InvalidInput extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidInput(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
