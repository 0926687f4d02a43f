package cachescope.engine.strategy.fault;

import cachescope.engine.strategy.latency.RandomShare;
import java.math.BigInteger;
import java.util.random.RandomGenerator;

/** How likely something is, as a fraction in lowest terms: 1 in 50. Above 0 and at most 1. */
public record Chance(long part, long whole) {
    /** The largest whole: a chance is at least 1 in a thousand million. */
    public static final long WHOLE_MAX = 1_000_000_000;

    public Chance {
        if (part < 1 || part > whole) {
            throw new IllegalArgumentException("a chance must be above 0 and at most 100%");
        }
        long divisor = BigInteger.valueOf(part).gcd(BigInteger.valueOf(whole)).longValueExact();
        part /= divisor;
        whole /= divisor;
        if (whole > WHOLE_MAX) {
            throw new IllegalArgumentException("a chance must be at least 1 in " + WHOLE_MAX);
        }
    }

    /** Whether it happens this time. Draws one number. */
    public boolean happens(RandomGenerator random) {
        return RandomShare.of(random) * whole < part;
    }
}
