package cachescope.engine.projection.order;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a strategy says of a cache.
 *
 * @param eviction by its name in a strategy
 * @param capacity in entries; 0 for a cache that is not there, or that evicts nothing
 * @param graceful whether entries are kept past their expiry, for a time that the log does not tell
 */
public record CacheLimits(String eviction, long capacity, boolean graceful) {
    /** Those of a cache of which nothing is said. */
    public static final CacheLimits NONE = new CacheLimits("lru", 0, false);

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
                        GRACEFUL.contains(guard))
                : new CacheLimits(eviction, strategy.path("nearCache").asLong(0), false);
    }
}
