package cachescope.engine.expiry;

import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A time to live that is a little longer or shorter for each entry, so that those which are made at
 * once do not end at once: uniform between {@code length * (1 - jitter)} and {@code length * (1 +
 * jitter)}, and never under a nanosecond. Zero means for ever. Safe for use by many tasks at once.
 */
public final class JitteredExpiry implements Expiry {
    private final Duration length;
    private final double jitter;
    private final RandomGenerator random;
    private final Monitor monitor;

    /**
     * {@code random} is drawn from for each entry, by one task at a time. Throws {@link
     * IllegalArgumentException} if the length is negative or the jitter is not from 0 to 1.
     */
    public JitteredExpiry(Duration length, double jitter, RandomGenerator random, Tasks tasks) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("length must not be negative, but is " + length);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter must be from 0 to 1, but is " + jitter);
        }
        this.length = length;
        this.jitter = jitter;
        this.random = random;
        this.monitor = tasks.monitor();
    }

    @Override
    public Duration timeToLive(String key) {
        if (length.isZero()) {
            return length;
        }
        double share = monitor.inside(() -> (2 * random.nextDouble() - 1) * jitter);
        return Duration.ofNanos(Math.max(1, length.toNanos() + (long) (length.toNanos() * share)));
    }
}
