package cachescope.engine.projection.order;

import cachescope.engine.strategy.Durations;
import cachescope.engine.strategy.Setting;
import cachescope.engine.strategy.StrategyException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a strategy says of a cache.
 *
 * @param eviction by its name in a strategy
 * @param capacity in entries; 0 for a cache that is not there, or that evicts nothing
 * @param lifeNanos how long an entry stays at most, whatever its expiry
 * @param graceful whether entries are kept past their expiry, for a time that the log does not tell
 */
public record CacheLimits(String eviction, long capacity, long lifeNanos, boolean graceful) {
    /** Those of a cache of which nothing is said. */
    public static final CacheLimits NONE = new CacheLimits("lru", 0, Long.MAX_VALUE, false);

    private static final String EVICTION = "eviction";

    private static final Set<String> GRACEFUL =
            Set.of("xfetch", "taught-xfetch", "locked-xfetch", "background");

    /** Those that a strategy, in its JSON form, sets. */
    public static CacheLimits of(JsonNode strategy, CachePlace place) {
        var eviction = strategy.path(EVICTION).asString(NONE.eviction);
        var guard = strategy.path(Setting.GUARD.label()).asString("none");
        return place.isShared()
                ? new CacheLimits(
                        eviction,
                        strategy.path(Setting.CACHE_CAPACITY.label()).asLong(0),
                        Long.MAX_VALUE,
                        GRACEFUL.contains(guard))
                : new CacheLimits(
                        eviction,
                        strategy.path(Setting.NEAR_CACHE.label()).asLong(0),
                        nearLife(strategy.path(Setting.NEAR_TTL.label()).asString("ttl")),
                        false);
    }

    private static long nearLife(String text) {
        if (text.equals("ttl")) {
            return Long.MAX_VALUE;
        }
        try {
            long nanos = Durations.parse(text).toNanos();
            return nanos == 0 ? Long.MAX_VALUE : nanos;
        } catch (StrategyException unreadable) {
            return Long.MAX_VALUE;
        }
    }
}
