package cachescope.engine.simulation;

import cachescope.engine.eviction.BoundedCache;
import cachescope.engine.eviction.EvictionListener;
import cachescope.engine.eviction.Evictions;
import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.EvictionName;
import java.util.random.RandomGenerator;

/**
 * A cache whose capacity and eviction can be changed while it holds entries: they go over into
 * another one, in their order. For one thread at a time.
 */
final class Limit<V> {
    private final EvictionListener<String, V> listener;
    private EvictionName eviction = EvictionName.LRU;
    private long capacity = Long.MAX_VALUE;
    private BoundedCache<String, V> cache;

    /** Unbounded, and least recently used first. */
    Limit(EvictionListener<String, V> listener) {
        this.listener = listener;
        this.cache = made(RandomStream.of(0, ""));
    }

    private BoundedCache<String, V> made(RandomGenerator random) {
        return Evictions.cache(eviction, capacity, random, listener);
    }

    BoundedCache<String, V> cache() {
        return cache;
    }

    /** {@link SimulatedCache#UNBOUNDED} for any number. */
    void resize(int entries) {
        capacity = entries == SimulatedCache.UNBOUNDED ? Long.MAX_VALUE : entries;
        cache.resize(capacity);
    }

    void evictBy(EvictionName name, RandomGenerator random) {
        if (name == eviction) {
            return;
        }
        eviction = name;
        var before = cache;
        cache = made(random);
        Evictions.move(before, cache);
    }
}
