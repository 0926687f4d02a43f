package cachescope.engine.strategy;

import org.jspecify.annotations.Nullable;

/**
 * What was given as a strategy, or as a part of one, cannot be used; the message is one sentence
 * that says why.
 */
public final class StrategyException extends Exception {
    private static final long serialVersionUID = 1L;

    public StrategyException(String message) {
        this(message, null);
    }

    public StrategyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
