package cachescope.engine.run;

import org.jspecify.annotations.Nullable;

/** A run could not be started; the message is one sentence for people. */
public final class RunException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean wrongInput;

    private RunException(String message, boolean wrongInput, @Nullable Throwable cause) {
        super(message, cause);
        this.wrongInput = wrongInput;
    }

    /** What is needed is not there or does not work. */
    static RunException failed(Exception cause) {
        return new RunException(String.valueOf(cause.getMessage()), false, cause);
    }

    /** What the user gave is wrong. */
    static RunException wrongInput(Exception cause) {
        return wrongInput(String.valueOf(cause.getMessage()), cause);
    }

    static RunException wrongInput(String message, @Nullable Throwable cause) {
        return new RunException(message, true, cause);
    }

    /** Whether it was the user's input that is wrong, and not the world. */
    public boolean isWrongInput() {
        return wrongInput;
    }
}
