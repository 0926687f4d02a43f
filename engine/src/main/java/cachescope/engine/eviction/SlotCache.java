package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cache of any eviction policy: a hash map from keys to the slots that the policy knows. A
 * listener hears what comes in, goes out and is evicted. A value of another weight comes in as a
 * new entry. What a policy remembers of entries that have left, it remembers by their hash codes.
 * For one thread at a time.
 */
public final class SlotCache<K, V> implements BoundedCache<K, V> {
    private final Map<K, Held<K, V>> entries = new HashMap<>();
    private final List<@Nullable Held<K, V>> bySlot = new ArrayList<>();
    private final Slots slots = new Slots();
    private final Eviction eviction;
    private final @Nullable EvictionListener<? super K, ? super V> listener;
    private long capacity;
    private long weight;

    /** The policy must be new and be made for the same capacity. */
    public SlotCache(long capacity, Eviction eviction) {
        this(capacity, eviction, null);
    }

    /** The listener may be null. */
    public SlotCache(
            long capacity,
            Eviction eviction,
            @Nullable EvictionListener<? super K, ? super V> listener) {
        this.capacity = Refusal.capacity(capacity);
        this.eviction = eviction;
        this.listener = listener;
    }

    private static final class Held<K, V> {
        private final K key;
        private final int slot;
        private V value;
        private int weight;

        Held(K key, int slot, V value, int weight) {
            this.key = key;
            this.slot = slot;
            this.value = value;
            this.weight = weight;
        }
    }

    @Override
    public @Nullable V get(K key) {
        var held = find(key);
        if (held == null) {
            return null;
        }
        eviction.used(held.slot);
        return held.value;
    }

    @Override
    public @Nullable V peek(K key) {
        var held = find(key);
        return held == null ? null : held.value;
    }

    @Override
    public void put(K key, V value, int newWeight) {
        var held = find(key);
        Refusal.weight(key, newWeight, capacity);
        if (held != null && held.weight == newWeight) {
            held.value = value;
            eviction.used(held.slot);
            return;
        }
        if (held != null) {
            drop(held);
        }
        evictUntilFits(newWeight);
        insert(new Held<>(key, slots.take(), value, newWeight));
    }

    @Override
    public @Nullable V remove(K key) {
        var held = find(key);
        if (held == null) {
            return null;
        }
        drop(held);
        return held.value;
    }

    @Override
    public void clear() {
        var all = keys();
        entries.clear();
        bySlot.clear();
        slots.clear();
        eviction.clear();
        weight = 0;
        if (listener != null) {
            all.forEach(listener::unlinked);
        }
    }

    @Override
    public void resize(long newCapacity) {
        capacity = Refusal.capacity(newCapacity);
        eviction.resized(newCapacity);
        evictUntilFits(0);
    }

    private void evictUntilFits(long more) {
        while (weight + more > capacity) {
            var victim = at(eviction.evict());
            forget(victim);
            if (listener != null) {
                listener.evicted(victim.key, victim.value);
            }
        }
    }

    private void insert(Held<K, V> held) {
        entries.put(held.key, held);
        while (bySlot.size() <= held.slot) {
            bySlot.add(null);
        }
        bySlot.set(held.slot, held);
        weight += held.weight;
        eviction.inserted(held.slot, held.key.hashCode(), held.weight);
        if (listener != null) {
            listener.linked(held.key);
        }
    }

    private void drop(Held<K, V> held) {
        eviction.removed(held.slot);
        forget(held);
    }

    private void forget(Held<K, V> held) {
        entries.remove(held.key);
        bySlot.set(held.slot, null);
        slots.giveBack(held.slot);
        weight -= held.weight;
        if (listener != null) {
            listener.unlinked(held.key);
        }
    }

    private @Nullable Held<K, V> find(K key) {
        if (key == null) {
            throw Refusal.nullKey();
        }
        return entries.get(key);
    }

    private Held<K, V> at(int slot) {
        return Objects.requireNonNull(bySlot.get(slot), "the policy chose a slot that is empty");
    }

    @Override
    public List<K> keys() {
        var keys = new ArrayList<K>(entries.size());
        for (int slot : eviction.slots()) {
            keys.add(at(slot).key);
        }
        return keys;
    }

    @Override
    public @Nullable K eldest() {
        return entries.isEmpty() ? null : at(eviction.eldest()).key;
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
