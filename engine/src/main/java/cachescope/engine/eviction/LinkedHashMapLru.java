package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The least recently used entry leaves, by the access order of the JDK's own {@link LinkedHashMap}:
 * the same answers as {@link Lru} with less to write. A listener hears only what is evicted, as the
 * JDK keeps its list to itself. For one thread at a time.
 */
public final class LinkedHashMapLru<K, V> implements BoundedCache<K, V> {
    private final LinkedHashMap<K, Weighed<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final @Nullable EvictionListener<? super K, ? super V> listener;
    private long capacity;
    private long weight;

    public LinkedHashMapLru(long capacity) {
        this(capacity, null);
    }

    /** The listener may be null. */
    public LinkedHashMapLru(
            long capacity, @Nullable EvictionListener<? super K, ? super V> listener) {
        this.capacity = Refusal.capacity(capacity);
        this.listener = listener;
    }

    @Override
    public @Nullable V get(K key) {
        var held = entries.get(Refusal.ifNull(key));
        return held == null ? null : held.value();
    }

    /** Walks from the eldest one on, as every look-up of the JDK's map is a use. */
    @Override
    public @Nullable V peek(K key) {
        var checked = Refusal.ifNull(key);
        for (var entry : entries.entrySet()) {
            if (entry.getKey().equals(checked)) {
                return entry.getValue().value();
            }
        }
        return null;
    }

    @Override
    public void put(K key, V value, int newWeight) {
        Refusal.weight(Refusal.ifNull(key), newWeight, capacity);
        var replaced = entries.remove(key);
        weight -= replaced == null ? 0 : replaced.weight();
        evictUntilFits(newWeight);
        entries.put(key, new Weighed<>(value, newWeight));
        weight += newWeight;
    }

    @Override
    public @Nullable V remove(K key) {
        var removed = entries.remove(Refusal.ifNull(key));
        if (removed == null) {
            return null;
        }
        weight -= removed.weight();
        return removed.value();
    }

    @Override
    public void clear() {
        entries.clear();
        weight = 0;
    }

    @Override
    public void resize(long newCapacity) {
        capacity = Refusal.capacity(newCapacity);
        evictUntilFits(0);
    }

    private void evictUntilFits(long more) {
        while (weight + more > capacity) {
            var eldest = entries.pollFirstEntry();
            weight -= eldest.getValue().weight();
            if (listener != null) {
                listener.evicted(eldest.getKey(), eldest.getValue().value());
            }
        }
    }

    /** From the most recently used one on. */
    @Override
    public List<K> keys() {
        return new ArrayList<>(entries.sequencedKeySet().reversed());
    }

    @Override
    public @Nullable K eldest() {
        return entries.isEmpty() ? null : entries.sequencedKeySet().getFirst();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public long weight() {
        return weight;
    }

    @Override
    public long capacity() {
        return capacity;
    }
}
