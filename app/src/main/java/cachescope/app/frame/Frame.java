package cachescope.app.frame;

import cachescope.engine.event.EventLog;

/**
 * One moment of a log, the same for every screen. Its projections are live: with the next frame
 * they move on.
 *
 * @param time nanoseconds from the run's start; what is shown is the run as it was then
 * @param rate log time per wall time
 * @param liveEdge the log's end, in nanoseconds
 * @param ended whether the run is over
 * @param cpuNanos the CPU time that folding and showing took in the frame before
 */
public record Frame(
        EventLog log,
        long time,
        double rate,
        boolean playing,
        boolean following,
        long liveEdge,
        boolean ended,
        Shown shown,
        Whole whole,
        long cpuNanos) {

    /**
     * The time to be told: the playhead goes on for a while after a run that is over, so that the
     * last packets reach their ends, but nothing happens there any more.
     */
    public long timeInRun() {
        return ended ? Math.min(time, liveEdge) : time;
    }
}
