package cachescope.app.session;

import cachescope.engine.run.Progress;
import cachescope.engine.run.Run;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A simulated run that is shown once it has come to a time: a branch of the run that there is, or
 * the first run of some traffic.
 *
 * @param at when it is to be shown, in nanoseconds of the run
 * @param leavesAt when a branch goes its own way from the first run; empty for a first run
 */
public record Fork(Run run, TrafficSource source, long at, OptionalLong leavesAt) {

    public boolean isBranch() {
        return leavesAt.isPresent();
    }

    /** How far it has come, in nanoseconds of the run. */
    public long reached() {
        return run.log().lastAt();
    }

    /** Whether it can be shown: it has come to its time, or is over as a run should be. */
    public boolean hasArrived() {
        boolean begun = run.log().size() > 0 && reached() >= at;
        return failure().isEmpty() && (begun || run.progress().state().isOver());
    }

    /** Why it failed, in a sentence. */
    public Optional<String> failure() {
        return Optional.of(run.progress())
                .filter(progress -> progress.state() != Progress.State.COMPLETE)
                .map(Progress::message);
    }
}
