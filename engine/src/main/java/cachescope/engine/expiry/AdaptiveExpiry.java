package cachescope.engine.expiry;

import cachescope.engine.strategy.ExpiryPolicy.Step;
import java.time.Duration;
import java.util.List;

/**
 * A time to live that is longer for keys which are read more often: that of the first step whose
 * reads were exceeded in the window, and of the last step for all other keys.
 */
public final class AdaptiveExpiry implements Expiry {
    private final List<Step> steps;
    private final ReadCounts reads;

    /** {@code steps} go from the most reads to none; there must be one. */
    public AdaptiveExpiry(List<Step> steps, ReadCounts reads) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("there must be a step");
        }
        this.steps = List.copyOf(steps);
        this.reads = reads;
    }

    @Override
    public Duration timeToLive(String key) {
        long count = reads.of(key);
        return steps.stream()
                .filter(step -> count > step.reads())
                .findFirst()
                .orElse(steps.getLast())
                .timeToLive();
    }
}
