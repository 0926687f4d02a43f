package cachescope.engine.eviction;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy.Eviction;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * W-TinyLFU (Einziger, Friedman, Manes, "TinyLFU: A Highly Efficient Cache Admission Policy", 2017)
 * as the Caffeine library does it: a sketch estimates how often each key was asked for lately, and
 * what comes out of a small window takes the place of another only if it is asked for more often.
 * The library draws numbers of its own, so two runs may differ. It may evict what was just put. All
 * its work is done by the calling thread; any number of threads may call.
 */
public final class CaffeineCache<K, V> implements BoundedCache<K, V> {
    private final com.github.benmanes.caffeine.cache.Cache<K, Weighed<V>> cache;
    private final Eviction<K, Weighed<V>> eviction;

    /** The listener may be null; it hears what is evicted. */
    public CaffeineCache(long capacity, @Nullable EvictionListener<? super K, ? super V> listener) {
        cache =
                Caffeine.newBuilder()
                        .executor(Runnable::run)
                        .maximumWeight(Refusal.capacity(capacity))
                        .weigher((K _, Weighed<V> value) -> value.weight())
                        .evictionListener((key, value, cause) -> tell(listener, key, value, cause))
                        .build();
        eviction = cache.policy().eviction().orElseThrow();
    }

    private static <K, V> void tell(
            @Nullable EvictionListener<? super K, ? super V> listener,
            @Nullable K key,
            @Nullable Weighed<V> value,
            RemovalCause cause) {
        if (listener != null && key != null && value != null && cause == RemovalCause.SIZE) {
            listener.evicted(key, value.value());
        }
    }

    @Override
    public @Nullable V get(K key) {
        var held = cache.getIfPresent(Refusal.ifNull(key));
        return held == null ? null : held.value();
    }

    @Override
    public @Nullable V peek(K key) {
        var held = cache.policy().getIfPresentQuietly(Refusal.ifNull(key));
        return held == null ? null : held.value();
    }

    @Override
    public void put(K key, V value, int weight) {
        Refusal.weight(Refusal.ifNull(key), weight, capacity());
        cache.put(key, new Weighed<>(value, weight));
    }

    @Override
    public @Nullable V remove(K key) {
        var removed = cache.asMap().remove(Refusal.ifNull(key));
        return removed == null ? null : removed.value();
    }

    @Override
    public void clear() {
        cache.invalidateAll();
    }

    @Override
    public void resize(long capacity) {
        eviction.setMaximum(Refusal.capacity(capacity));
        cache.cleanUp();
    }

    /** From the hottest one on. */
    @Override
    public List<K> keys() {
        return new ArrayList<>(eviction.hottest(Integer.MAX_VALUE).keySet());
    }

    @Override
    public @Nullable K eldest() {
        var coldest = eviction.coldest(1).keySet().iterator();
        return coldest.hasNext() ? coldest.next() : null;
    }

    @Override
    public int size() {
        return cache.asMap().size();
    }

    @Override
    public long weight() {
        return eviction.weightedSize().orElse(0);
    }

    @Override
    public long capacity() {
        return eviction.getMaximum();
    }
}
