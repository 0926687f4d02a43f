package cachescope.engine.strategy.latency;

import cachescope.engine.event.Tier;
import java.time.Duration;
import java.util.List;

/**
 * How long the calls of each tier take in the simulated world. What the strategy adds to calls of
 * the database is not in it.
 */
public record LatencyModel(
        Distribution nearCache, Distribution redis, Distribution edge, Distribution database) {

    /** The tiers whose calls take time, from the fastest to the slowest by default. */
    public static final List<Tier> TIERS =
            List.of(Tier.NEAR_CACHE, Tier.REDIS, Tier.EDGE, Tier.DATABASE);

    /** The hierarchy that everybody learns: memory, a cache in the network, a CDN, a database. */
    public static final LatencyModel DEFAULT =
            new LatencyModel(
                    new Fixed(Duration.ofNanos(100)),
                    new Fixed(Duration.ofMillis(1)),
                    new Uniform(Duration.ofMillis(10), Duration.ofMillis(50)),
                    new Uniform(Duration.ofMillis(10), Duration.ofMillis(100)));

    /**
     * How long the calls of a tier take; throws {@link IllegalArgumentException} for one that is
     * not called, and so is not among {@link #TIERS}.
     */
    public Distribution of(Tier tier) {
        return switch (tier) {
            case NEAR_CACHE -> nearCache;
            case REDIS -> redis;
            case EDGE -> edge;
            case DATABASE -> database;
            case CLIENT, LOAD_BALANCER, APP -> throw notCalled(tier);
        };
    }

    /** The same model with other latencies of one tier, which must be among {@link #TIERS}. */
    public LatencyModel with(Tier tier, Distribution latency) {
        return switch (tier) {
            case NEAR_CACHE -> new LatencyModel(latency, redis, edge, database);
            case REDIS -> new LatencyModel(nearCache, latency, edge, database);
            case EDGE -> new LatencyModel(nearCache, redis, latency, database);
            case DATABASE -> new LatencyModel(nearCache, redis, edge, latency);
            case CLIENT, LOAD_BALANCER, APP -> throw notCalled(tier);
        };
    }

    private static IllegalArgumentException notCalled(Tier tier) {
        return new IllegalArgumentException(tier + " is not called, so it has no latency");
    }
}
