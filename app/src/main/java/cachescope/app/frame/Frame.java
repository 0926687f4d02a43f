package cachescope.app.frame;

import cachescope.engine.event.EventLog;
import java.util.Optional;

/**
 * One moment of a log, the same for every screen. Its projections are live: with the next frame
 * they move on.
 *
 * @param time nanoseconds from the run's start; what is shown is the run as it was then
 * @param rate log time per wall time
 * @param liveEdge the log's end, in nanoseconds
 * @param ended whether the run is over
 * @param beside the other run of two, where there are two
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
        Optional<Beside> beside,
        long cpuNanos) {
    private static final long NUMBERS_HOLD_NANOS = 200_000_000L;

    /**
     * The time to be told: the playhead goes on for a while after a run that is over, so that the
     * last packets reach their ends, but nothing happens there any more.
     */
    public long timeInRun() {
        return ended ? Math.min(time, liveEdge) : time;
    }

    /**
     * The time that numbers are of: while time runs that of the last fifth of a second of the
     * screen, so that they can be read; while it stands, exactly the time.
     */
    public long numbersTime() {
        long step = playing ? Math.max(1, (long) (NUMBERS_HOLD_NANOS * rate)) : 1;
        return timeInRun() / step * step;
    }
}
