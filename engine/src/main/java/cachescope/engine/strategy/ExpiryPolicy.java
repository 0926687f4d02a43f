package cachescope.engine.strategy;

import java.time.Duration;
import java.util.List;

/**
 * How the time to live of an entry is chosen.
 *
 * @param jitter jittered: the largest share of the TTL by which an entry's is longer or shorter
 * @param steps adaptive: the TTLs by reads in the window, from the most reads to none
 * @param window adaptive: how far back reads count; ten minutes at the recording's own speed
 */
public record ExpiryPolicy(ExpiryName name, double jitter, List<Step> steps, Duration window) {
    public static final ExpiryPolicy DEFAULT =
            new ExpiryPolicy(
                    ExpiryName.FIXED,
                    0.1,
                    List.of(
                            new Step(1_000, Duration.ofHours(1)),
                            new Step(100, Duration.ofMinutes(30)),
                            new Step(0, Duration.ofMinutes(5))),
                    Duration.ofMinutes(10));

    public ExpiryPolicy {
        steps = List.copyOf(steps);
    }

    /** Keys that were read more often than {@code reads} live so long; 0 is for all the others. */
    public record Step(long reads, Duration timeToLive) {}

    public ExpiryPolicy withName(ExpiryName newName) {
        return new ExpiryPolicy(newName, jitter, steps, window);
    }

    public ExpiryPolicy withJitter(double newJitter) {
        return new ExpiryPolicy(name, newJitter, steps, window);
    }

    public ExpiryPolicy withSteps(List<Step> newSteps) {
        return new ExpiryPolicy(name, jitter, newSteps, window);
    }

    public ExpiryPolicy withWindow(Duration newWindow) {
        return new ExpiryPolicy(name, jitter, steps, newWindow);
    }
}
