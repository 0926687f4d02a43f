package cachescope.engine.projection.order;

import cachescope.engine.strategy.NearTtl;
import cachescope.engine.strategy.StrategyException;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a strategy says of a cache.
 *
 * @param eviction by its name in a strategy
 * @param capacity in entries; 0 for a cache that is not there, or that evicts nothing
 * @param graceful whether entries are kept past their expiry, for a time that the log does not tell
 * @param timeToLive how long it keeps entries at most, in recorded nanoseconds, whatever their
 *     expiry is; {@link #FOR_EVER} if it does not say
 */
public record CacheLimits(String eviction, long capacity, boolean graceful, long timeToLive) {
    /** No time to live. */
    public static final long FOR_EVER = Long.MAX_VALUE;

    /** Those of a cache of which nothing is said. */
    public static final CacheLimits NONE = new CacheLimits("lru", 0, false, FOR_EVER);

    private static final String NEAR_TTL = "nearTtl";
    private static final Set<String> GRACEFUL =
            Set.of("xfetch", "taught-xfetch", "locked-xfetch", "background");

    /** Those that a strategy, in its JSON form, sets. */
    public static CacheLimits of(JsonNode strategy, CachePlace place) {
        var eviction = strategy.path("eviction").asString(NONE.eviction);
        var guard = strategy.path("guard").asString("none");
        return place.isShared()
                ? new CacheLimits(
                        eviction,
                        strategy.path("cacheCapacity").asLong(0),
                        GRACEFUL.contains(guard),
                        FOR_EVER)
                : new CacheLimits(
                        eviction,
                        strategy.path("nearCache").asLong(0),
                        false,
                        nearTimeToLive(strategy.path(NEAR_TTL).asString("")));
    }

    /** No duration, or zero, is none of its own. */
    private static long nearTimeToLive(String text) {
        try {
            return NearTtl.parse(text)
                    .filter(Duration::isPositive)
                    .map(Duration::toNanos)
                    .orElse(FOR_EVER);
        } catch (StrategyException none) {
            return FOR_EVER;
        }
    }

    /** When an entry that is put at a time leaves at the latest, at a speed of the traffic. */
    long expiry(long expiresAt, long at, double speed) {
        if (timeToLive == FOR_EVER) {
            return expiresAt;
        }
        return Math.min(expiresAt, at + (long) (timeToLive / (speed > 0 ? speed : 1)));
    }
}
