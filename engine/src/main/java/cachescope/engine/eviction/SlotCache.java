package cachescope.engine.eviction;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cache of any eviction policy: a hash map from keys to the slots that the policy knows. A
 * listener hears what comes in, goes out and is evicted. A value of another weight comes in as a
 * new entry. What a policy remembers of entries that have left, it remembers by their hash codes.
 * For one thread at a time.
 */
public final class SlotCache<K, V> implements BoundedCache<K, V> {
    private final SlotEntries<K, V, Held<K, V>> entries;

    /** The policy must be new and be made for the same capacity. */
    public SlotCache(long capacity, Eviction eviction) {
        this(capacity, eviction, null);
    }

    /** The listener may be null. */
    public SlotCache(
            long capacity,
            Eviction eviction,
            @Nullable EvictionListener<? super K, ? super V> listener) {
        entries = new SlotEntries<>(new HashMap<>(), Held::new, capacity, eviction, listener);
    }

    @Override
    public @Nullable V get(K key) {
        var held = entries.find(key);
        if (held == null) {
            return null;
        }
        entries.use(held);
        return held.value();
    }

    @Override
    public @Nullable V peek(K key) {
        var held = entries.find(key);
        return held == null ? null : held.value();
    }

    @Override
    public void put(K key, V value, int weight) {
        Refusal.weight(Refusal.ifNull(key), weight, entries.capacity());
        entries.put(key, value, weight);
    }

    @Override
    public @Nullable V remove(K key) {
        var held = entries.find(key);
        return held == null ? null : entries.remove(held);
    }

    @Override
    public void clear() {
        entries.clear();
    }

    @Override
    public void resize(long capacity) {
        entries.resize(capacity);
    }

    @Override
    public List<K> keys() {
        return entries.keys();
    }

    @Override
    public @Nullable K eldest() {
        return entries.eldest();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public long weight() {
        return entries.weight();
    }

    @Override
    public long capacity() {
        return entries.capacity();
    }
}
