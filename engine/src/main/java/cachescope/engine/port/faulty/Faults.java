package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.TierUnavailable;
import java.time.Duration;

/** Makes calls go wrong as a choice says, for any port. */
final class Faults {
    private final Fault.Choice choice;
    private final Tasks tasks;

    Faults(Fault.Choice choice, Tasks tasks) {
        this.choice = choice;
        this.tasks = tasks;
    }

    /** Makes the exception of a port from a sentence and whether the outcome is unknown. */
    @FunctionalInterface
    interface Failure<X extends TierUnavailable> {
        X of(String message, boolean outcomeUnknown);
    }

    <T, X extends TierUnavailable> T call(
            CallKind kind, String key, ScopedValue.CallableOp<T, X> call, Failure<X> failure)
            throws X {
        if (isKilled()) {
            throw givenUp(false, failure);
        }
        return switch (choice.of(kind, key)) {
            case Fault.None none -> call.call();
            case Fault.Delayed delayed -> {
                pause(delayed.there(), false, failure);
                T answer = call.call();
                if (!delayed.back().isZero()) {
                    CallNotes.tookEffect(tasks.now());
                    pause(delayed.back(), true, failure);
                }
                yield answer;
            }
            case Fault.Refused refused -> {
                pause(refused.after(), false, failure);
                throw failure.of(refused.message(), false);
            }
            case Fault.CallLost lost -> {
                pause(lost.after(), true, failure);
                throw unanswered(lost.after(), failure);
            }
            case Fault.AnswerLost lost -> {
                pause(lost.there(), false, failure);
                call.call();
                pause(lost.after(), true, failure);
                throw unanswered(lost.there().plus(lost.after()), failure);
            }
        };
    }

    private static boolean isKilled() {
        return Caller.CURRENT.isBound() && Caller.CURRENT.get().isKilled();
    }

    private static <X extends TierUnavailable> X givenUp(
            boolean outcomeUnknown, Failure<X> failure) {
        var reason = isKilled() ? "its node was killed" : "the run is stopping";
        return failure.of("the call was given up because " + reason, outcomeUnknown);
    }

    private static <X extends TierUnavailable> X unanswered(Duration waited, Failure<X> failure) {
        return failure.of("no answer within " + waited.toMillis() + " ms", true);
    }

    private <X extends TierUnavailable> void pause(
            Duration duration, boolean outcomeUnknown, Failure<X> failure) throws X {
        if (duration.isZero()) {
            return;
        }
        try {
            tasks.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw givenUp(outcomeUnknown, failure);
        }
    }
}
