package cachescope.app.axis;

import cachescope.app.words.Times;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks of an axis of time: at whole multiples of a length that people count in. All times are
 * nanoseconds.
 */
public final class TimeAxis {
    private static final long SECOND = 1_000_000_000L;
    private static final long[] SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400
    };

    private TimeAxis() {}

    /**
     * The marks of a run, from one moment to another, written as a clock does; at most {@code most}
     * of them.
     */
    public static List<Tick> ofClock(long from, long to, int most) {
        long step = step(to - from, most);
        var ticks = new ArrayList<Tick>();
        for (long at = ceiling(from, step); at <= to && at >= from; at += step) {
            ticks.add(new Tick(at, step >= SECOND ? Times.clockToSecond(at) : Times.clock(at)));
        }
        return ticks;
    }

    /** The marks of a length of time from 0, written as lengths; at most {@code most} of them. */
    public static List<Tick> ofLength(long length, int most) {
        long step = step(length, most);
        var ticks = new ArrayList<Tick>();
        for (long at = 0; at <= length; at += step) {
            ticks.add(new Tick(at, at == 0 ? "0" : Times.roundLength(at)));
        }
        return ticks;
    }

    /** The shortest round step of which at most {@code most} fit. */
    static long step(long length, int most) {
        long atLeast = Math.max(1, Math.ceilDiv(length, Math.max(1, most)));
        for (long decade = 1; decade < SECOND; decade *= 10) {
            for (long digit : new long[] {1, 2, 5}) {
                if (digit * decade >= atLeast) {
                    return digit * decade;
                }
            }
        }
        for (long seconds : SECONDS) {
            if (seconds * SECOND >= atLeast) {
                return seconds * SECOND;
            }
        }
        long day = SECONDS[SECONDS.length - 1] * SECOND;
        return ceiling(atLeast, day);
    }

    private static long ceiling(long value, long step) {
        return Math.ceilDiv(value, step) * step;
    }
}
