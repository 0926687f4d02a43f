package cachescope.engine.run;

import cachescope.engine.port.Monitor;
import cachescope.engine.run.Progress.State;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run is doing and, if it fails, why. Safe for use by many tasks at once, and from outside.
 */
final class RunState {
    private final Monitor monitor;
    private volatile State state = State.READY;
    private volatile @Nullable String failure;
    private volatile boolean wrongInput;
    private int stops;
    private boolean givingUp;

    RunState(Monitor monitor) {
        this.monitor = monitor;
    }

    State now() {
        return state;
    }

    boolean isOver() {
        return state.isOver();
    }

    boolean isEnding() {
        return state == State.ENDING;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether the run failed because of the recording. */
    boolean isWrongInput() {
        return wrongInput;
    }

    void running() {
        state = State.RUNNING;
    }

    void ending() {
        state = State.ENDING;
    }

    /** Notes why the run fails; the first reason stands. */
    void fails(String reason) {
        monitor.inside(() -> failure = failure == null ? reason : failure);
    }

    /** Notes that the run fails because of the recording. */
    void failsByInput(String reason) {
        wrongInput = true;
        fails(reason);
    }

    /** Counts that somebody told the run to stop: signals alone may fall together. */
    void toldToStop() {
        monitor.inside(() -> ++stops);
    }

    boolean isToldAgain() {
        return monitor.inside(() -> stops > 1);
    }

    /** From now on the run can't be told to stop any more: it gives up what is left. */
    void givesUp() {
        monitor.inside(() -> givingUp = true);
    }

    void unlessGivingUp(Runnable step) {
        monitor.inside(() -> {
            if (!givingUp) {
                step.run();
            }
            return givingUp;
        });
    }

    /** Takes a step unless the run is over: its end is the last that its log tells. */
    void beforeTheEnd(Runnable step) {
        monitor.inside(() -> {
            if (!state.isOver()) {
                step.run();
            }
            return state;
        });
    }

    /** Takes the last step; {@code whole} says whether everything was done. */
    void end(boolean whole, Runnable last) {
        beforeTheEnd(() -> {
            last.run();
            state = failure != null ? State.FAILED : whole ? State.COMPLETE : State.STOPPED;
        });
    }

    /** Blocks until the run is over, but no longer than that. */
    void awaitEnd(Duration atMost) throws InterruptedException {
        monitor.when(() -> state.isOver(), atMost, () -> state);
    }
}
