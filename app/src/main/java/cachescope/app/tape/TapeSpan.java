package cachescope.app.tape;

import java.util.OptionalLong;

/**
 * The stretch of time that the tape shows, from 0 to {@code end}, in nanoseconds: up to the end of
 * the recording if that is known, else to a round length beyond what has happened, so that the
 * picture does not shrink all the time.
 */
record TapeSpan(long end) {
    private static final long SECOND = 1_000_000_000L;
    private static final long[] ROUND_SECONDS = {
        10, 20, 30, 60, 120, 180, 300, 600, 900, 1_200, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200,
        86_400
    };

    /**
     * The span of a run.
     *
     * @param expected when the recording will be over, if anybody knows
     */
    static TapeSpan of(long liveEdge, boolean ended, OptionalLong expected) {
        if (ended) {
            return new TapeSpan(Math.max(1, liveEdge));
        }
        if (expected.isPresent() && expected.getAsLong() >= liveEdge) {
            return new TapeSpan(Math.max(1, expected.getAsLong()));
        }
        for (long seconds : ROUND_SECONDS) {
            if (seconds * SECOND > liveEdge) {
                return new TapeSpan(seconds * SECOND);
            }
        }
        long day = 86_400 * SECOND;
        return new TapeSpan((liveEdge / day + 1) * day);
    }

    /** Where a time lies on a tape of that width. */
    double x(long time, double width) {
        return width * time / end;
    }

    /** Which time lies there; at an end if it is beyond it. */
    long time(double x, double width) {
        return Math.clamp(Math.round(x / width * end), 0, end);
    }
}
