package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import java.time.Duration;

/** What goes wrong with one call. */
public sealed interface Fault {

    /** Nothing goes wrong. */
    record None() implements Fault {}

    /** The call takes effect later, and its answer comes later still. */
    record Delayed(Duration there, Duration back) implements Fault {
        /** A call that takes effect later and is answered at once. */
        public Delayed(Duration there) {
            this(there, Duration.ZERO);
        }
    }

    /** The tier refuses: the call has no effect, and the caller knows after that time. */
    record Refused(Duration after, String message) implements Fault {
        /** A call that is refused at once. */
        public Refused(String message) {
            this(Duration.ZERO, message);
        }
    }

    /** The call is lost on its way: no effect, and after that time the caller does not know. */
    record CallLost(Duration after) implements Fault {}

    /**
     * The answer is lost on its way: the call takes effect, and after a further time the caller
     * does not know.
     */
    record AnswerLost(Duration there, Duration after) implements Fault {
        /** A call that takes effect at once. */
        public AnswerLost(Duration after) {
            this(Duration.ZERO, after);
        }
    }

    /**
     * Chooses the fault of each call. Asked once a call, by the task that makes it; must not block.
     */
    @FunctionalInterface
    interface Choice {
        Fault of(CallKind kind, String key);
    }
}
