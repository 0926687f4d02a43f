package cachescope.engine.strategy.latency;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a call of a tier takes. The same generator draws the same latencies on every machine.
 * Immutable. Constructors throw {@link IllegalArgumentException} with a sentence for what is no
 * such distribution.
 */
public sealed interface Distribution permits Fixed, Uniform, LogNormal, Measured {
    /** The longest latency: one hour. */
    Duration MAX = Duration.ofHours(1);

    /** A latency in whole nanoseconds, from 0 to {@link #MAX}. */
    long draw(RandomGenerator random);

    /** The latency in nanoseconds that half of all calls do not exceed. */
    long medianNanos();

    /** Refuses a latency that is negative or longer than {@link #MAX}. */
    static void check(Duration latency) {
        if (latency.isNegative() || latency.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("a latency must be from 0 to 1h");
        }
    }
}
