package cachescope.engine.strategy.latency;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Every whole nanosecond from {@code from} to {@code to}, both included, is as likely as any other.
 * Draws one number.
 */
public record Uniform(Duration from, Duration to) implements Distribution {
    public Uniform {
        Distribution.check(from);
        Distribution.check(to);
        if (from.compareTo(to) >= 0) {
            throw new IllegalArgumentException(
                    "the shortest latency must be below the longest one");
        }
    }

    @Override
    public long draw(RandomGenerator random) {
        long choices = to.toNanos() - from.toNanos() + 1;
        return from.toNanos() + (long) (RandomShare.of(random) * choices);
    }

    @Override
    public long medianNanos() {
        return (from.toNanos() + to.toNanos()) / 2;
    }
}
