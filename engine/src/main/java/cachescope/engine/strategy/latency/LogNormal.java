package cachescope.engine.strategy.latency;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A log-normal distribution, the shape that networks and queries have: most calls take about the
 * median, and a few take many times as long. Draws two numbers; cut at {@link #MAX}.
 *
 * @param median what half of all calls do not exceed; more than 0
 * @param p99 what 99 of 100 calls do not exceed; above the median
 */
public record LogNormal(Duration median, Duration p99) implements Distribution {
    /** How many standard deviations above the mean the 99th percentile of a normal one is. */
    private static final double DEVIATIONS_OF_P99 = 2.3263478740408408;

    public LogNormal {
        Distribution.check(median);
        Distribution.check(p99);
        if (!median.isPositive() || median.compareTo(p99) >= 0) {
            throw new IllegalArgumentException(
                    "the median must be above 0 and below the 99th percentile");
        }
    }

    @Override
    public long draw(RandomGenerator random) {
        double nanos = medianNanos() * StrictMath.exp(sigma() * normal(random));
        return Math.min(Math.round(nanos), MAX.toNanos());
    }

    @Override
    public long medianNanos() {
        return median.toNanos();
    }

    private double sigma() {
        return StrictMath.log((double) p99.toNanos() / median.toNanos()) / DEVIATIONS_OF_P99;
    }

    /**
     * A draw from the standard normal distribution by the method of Box and Muller (1958), in
     * StrictMath: how {@code nextGaussian} draws is left to the generator.
     */
    private static double normal(RandomGenerator random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - RandomShare.of(random)));
        return radius * StrictMath.cos(2 * StrictMath.PI * RandomShare.of(random));
    }
}
