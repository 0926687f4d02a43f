package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import java.time.Duration;

/** What goes wrong with one call. */
public sealed interface Fault {

    /** Nothing goes wrong. */
    record None() implements Fault {}

    /** The call takes effect later. */
    record Delayed(Duration delay) implements Fault {}

    /** The tier refuses: the call has no effect, and the caller knows. */
    record Refused(String message) implements Fault {}

    /** The call is lost on its way: no effect, and after that time the caller does not know. */
    record CallLost(Duration after) implements Fault {}

    /**
     * The answer is lost on its way: the call takes effect, and after that time the caller does not
     * know.
     */
    record AnswerLost(Duration after) implements Fault {}

    /**
     * Chooses the fault of each call. Asked once a call, by the task that makes it; must not block.
     */
    @FunctionalInterface
    interface Choice {
        Fault of(CallKind kind, String key);
    }
}
