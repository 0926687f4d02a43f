package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Places the times of a recording on the run's axis, nanoseconds from the start, and keeps them
 * from going back. Programs that log a request when it is over, or on several threads, write lines
 * that are a little out of order: a time that lies behind the latest one by no more than the
 * tolerance is moved to it, so that the order of lines holds; one further behind is refused.
 */
final class TimeAxis {
    private static final long NOT_SET = -1;
    private static final long LONGEST = Quantities.LONGEST_TIME.toNanos();

    private final long tolerance;
    private long start;
    private long latest;
    private long moved;

    private TimeAxis(long start, Duration tolerance) {
        this.start = start;
        this.tolerance = tolerance.toNanos();
    }

    /** A recording whose times count from its start. */
    static TimeAxis fromStart() {
        return new TimeAxis(0, Duration.ZERO);
    }

    /** A recording whose times are those of a clock: the first one is the start. */
    static TimeAxis ofClock(Duration tolerance) {
        return new TimeAxis(NOT_SET, tolerance);
    }

    /** The place of a time, given in nanoseconds of the recording's own axis. */
    long place(String field, long time) throws BadLine {
        if (start == NOT_SET) {
            start = time;
            latest = time;
        }
        if (latest - time > tolerance) {
            throw new BadLine(
                    field
                            + ": expected a time not before "
                            + seconds(latest)
                            + " s, the one of an earlier line"
                            + (tolerance > 0
                                    ? " (up to " + seconds(tolerance) + " s of disorder is allowed)"
                                    : "")
                            + ", found "
                            + seconds(time)
                            + " s");
        }
        if (time < latest) {
            moved++;
        }
        latest = Math.max(latest, time);
        if (latest - start > LONGEST) {
            throw new BadLine(
                    field
                            + ": expected a recording of at most 100 years, found "
                            + seconds(latest - start)
                            + " s");
        }
        return latest - start;
    }

    /**
     * How many times were moved because they were a little out of order, in a sentence, if any
     * were.
     */
    Optional<String> remark() {
        return moved == 0
                ? Optional.empty()
                : Optional.of(
                        "Times out of order, moved to the latest one before them: " + moved + ".");
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }
}
