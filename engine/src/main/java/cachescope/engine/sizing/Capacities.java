package cachescope.engine.sizing;

import java.util.stream.LongStream;

/** Capacities at which a curve is told: all of a few, else evenly on a logarithmic scale. */
final class Capacities {
    /** How many, where one pass tells all. */
    static final int OF_ONE_PASS = 200;

    /** How many, where each takes a replay. */
    static final int OF_REPLAYS = 32;

    private Capacities() {}

    /** About so many, in order, from a smallest to a largest one, both included. */
    static long[] between(long smallest, long largest, int about) {
        if (largest - smallest < about) {
            return LongStream.rangeClosed(smallest, largest).toArray();
        }
        double factor = Math.log((double) largest / smallest) / (about - 1);
        return LongStream.range(0, about)
                .map(step -> Math.round(smallest * Math.exp(step * factor)))
                .map(capacity -> Math.clamp(capacity, smallest, largest))
                .distinct()
                .toArray();
    }
}
