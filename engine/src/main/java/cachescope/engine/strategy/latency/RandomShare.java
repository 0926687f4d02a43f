package cachescope.engine.strategy.latency;

import java.util.random.RandomGenerator;

/**
 * A share drawn at random, from 0 to below 1: a multiple of 2^-53 made of one {@code nextLong}, so
 * that it is the same whichever way a generator makes its own doubles.
 */
public final class RandomShare {
    private static final int UNUSED_BITS = 11;
    private static final double STEP = 0x1p-53;

    private RandomShare() {}

    public static double of(RandomGenerator random) {
        return (random.nextLong() >>> UNUSED_BITS) * STEP;
    }
}
