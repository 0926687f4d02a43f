package cachescope.engine.scenario;

import java.io.Serial;

/** A scenario that can't be read; the message is a sentence that says where and why. */
public final class ScenarioException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    ScenarioException(String message) {
        super(message);
    }

    ScenarioException(String message, Throwable cause) {
        super(message, cause);
    }
}
