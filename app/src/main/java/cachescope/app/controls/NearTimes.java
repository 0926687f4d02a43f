package cachescope.app.controls;

import cachescope.engine.strategy.Cluster;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a near cache keeps an entry as the number of a dial: nanoseconds, or one of the two ends
 * that a dial has beside them.
 */
final class NearTimes {
    /** As long as the shared cache does. */
    static final double AS_TTL = 0;

    static final double FOR_EVER = Double.POSITIVE_INFINITY;

    private NearTimes() {}

    static double of(Cluster cluster) {
        return cluster.nearTimeToLive()
                .map(near -> near.isZero() ? FOR_EVER : (double) near.toNanos())
                .orElse(AS_TTL);
    }

    static Cluster with(Cluster cluster, double value) {
        if (value == AS_TTL) {
            return cluster.withNearTimeToLive(Optional.empty());
        }
        var near = value == FOR_EVER ? Duration.ZERO : Duration.ofNanos(Math.round(value));
        return cluster.withNearTimeToLive(Optional.of(near));
    }
}
