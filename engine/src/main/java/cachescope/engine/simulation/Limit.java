package cachescope.engine.simulation;

import cachescope.engine.eviction.BoundedCache;
import cachescope.engine.eviction.EvictionListener;
import cachescope.engine.eviction.Evictions;
import cachescope.engine.eviction.OrderListener;
import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.EvictionName;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A cache whose capacity and eviction can be changed while it holds entries: they go over into
 * another one, in their order. For one thread at a time.
 */
final class Limit<V> {
    private static final long UNBOUNDED = Long.MAX_VALUE;

    private final EvictionListener<String, V> listener;
    private EvictionName eviction = EvictionName.LRU;
    private long capacity = UNBOUNDED;
    private BoundedCache<String, V> cache;
    private BoundedCache<String, V> seen;
    private @Nullable OrderListener<String> order;
    private boolean isWatched;

    /** Unbounded, and least recently used first. */
    Limit(EvictionListener<String, V> listener) {
        this.listener = listener;
        this.cache = made(RandomStream.of(0, ""));
        this.seen = cache;
    }

    /**
     * Tells each move within the order of the entries from when the capacity is first limited: as
     * long as nothing leaves the order decides nothing, and to follow it costs time.
     */
    void watch(@Nullable OrderListener<String> listener) {
        order = listener;
    }

    private void look() {
        isWatched = order != null && capacity != UNBOUNDED;
        seen = Evictions.watched(eviction, cache, capacity == UNBOUNDED ? null : order);
    }

    private BoundedCache<String, V> made(RandomGenerator random) {
        return Evictions.cache(eviction, capacity, random, listener);
    }

    BoundedCache<String, V> cache() {
        return seen;
    }

    /** Hands out what is held; that is no use of it. */
    void each(BiConsumer<String, V> look) {
        for (var key : cache.keys()) {
            var value = cache.peek(key);
            if (value != null) {
                look.accept(key, value);
            }
        }
    }

    /** {@link SimulatedCache#UNBOUNDED} for any number. */
    void resize(int entries) {
        capacity = entries == SimulatedCache.UNBOUNDED ? UNBOUNDED : entries;
        if (!isWatched) {
            look();
        }
        seen.resize(capacity);
    }

    void evictBy(EvictionName name, RandomGenerator random) {
        if (name == eviction) {
            return;
        }
        eviction = name;
        var before = cache;
        cache = made(random);
        Evictions.move(before, cache);
        look();
    }
}
