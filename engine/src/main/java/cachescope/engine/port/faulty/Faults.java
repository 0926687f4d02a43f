package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
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
        return switch (choice.of(kind, key)) {
            case Fault.None none -> call.call();
            case Fault.Delayed delayed -> {
                pause(delayed.delay(), false, failure);
                yield call.call();
            }
            case Fault.Refused refused -> throw failure.of(refused.message(), false);
            case Fault.CallLost lost -> {
                pause(lost.after(), true, failure);
                throw failure.of("no answer within " + lost.after().toMillis() + " ms", true);
            }
            case Fault.AnswerLost lost -> {
                call.call();
                pause(lost.after(), true, failure);
                throw failure.of("no answer within " + lost.after().toMillis() + " ms", true);
            }
        };
    }

    private <X extends TierUnavailable> void pause(
            Duration duration, boolean outcomeUnknown, Failure<X> failure) throws X {
        try {
            tasks.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failure.of("the call was given up because the run is stopping", outcomeUnknown);
        }
    }
}
