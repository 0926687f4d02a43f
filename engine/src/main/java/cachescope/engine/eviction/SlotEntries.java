package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a cache with the slots that its eviction policy knows: what is common to caches
 * for one thread and for many. For one thread at a time; only the map may be read by others.
 */
final class SlotEntries<K, V, H extends Held<K, V>> {
    private final Map<K, H> byKey;
    private final Held.Maker<K, V, H> maker;
    private final List<@Nullable H> bySlot = new ArrayList<>();
    private final Slots slots = new Slots();
    private final Eviction eviction;
    private final @Nullable EvictionListener<? super K, ? super V> listener;
    private volatile long capacity;
    private long weight;

    SlotEntries(
            Map<K, H> byKey,
            Held.Maker<K, V, H> maker,
            long capacity,
            Eviction eviction,
            @Nullable EvictionListener<? super K, ? super V> listener) {
        this.byKey = byKey;
        this.maker = maker;
        this.capacity = Refusal.capacity(capacity);
        this.eviction = eviction;
        this.listener = listener;
    }

    /** The entry of a key; null if it is not held. */
    @Nullable H find(K key) {
        return byKey.get(Refusal.ifNull(key));
    }

    /** The entry that is held was used. */
    void use(H held) {
        eviction.used(held.slot);
    }

    void put(K key, V value, int itsWeight) {
        var before = byKey.get(key);
        if (before != null && before.weight == itsWeight && before.replace(value)) {
            use(before);
            return;
        }
        if (before != null) {
            remove(before);
        }
        evictUntilFits(itsWeight);
        insert(maker.make(key, value, itsWeight, slots.take()));
    }

    private void insert(H held) {
        byKey.put(held.key, held);
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

    /** Removes an entry that is held and returns its value. */
    V remove(H held) {
        eviction.removed(held.slot);
        return forget(held);
    }

    private void evictUntilFits(long more) {
        while (weight + more > capacity || eviction.evictsMore()) {
            var victim = at(eviction.evict());
            var value = forget(victim);
            if (listener != null) {
                listener.evicted(victim.key, value);
            }
        }
    }

    private V forget(H held) {
        byKey.remove(held.key);
        bySlot.set(held.slot, null);
        slots.giveBack(held.slot);
        weight -= held.weight;
        if (listener != null) {
            listener.unlinked(held.key);
        }
        return held.take();
    }

    void clear() {
        for (int slot : eviction.slots()) {
            forget(at(slot));
        }
        bySlot.clear();
        slots.clear();
        eviction.clear();
    }

    void resize(long newCapacity) {
        capacity = Refusal.capacity(newCapacity);
        eviction.resized(newCapacity);
        evictUntilFits(0);
    }

    private H at(int slot) {
        return Objects.requireNonNull(bySlot.get(slot), "the policy chose a slot that is empty");
    }

    List<K> keys() {
        var keys = new ArrayList<K>(byKey.size());
        for (int slot : eviction.slots()) {
            keys.add(at(slot).key);
        }
        return keys;
    }

    @Nullable K eldest() {
        return weight == 0 ? null : at(eviction.eldest()).key;
    }

    int size() {
        return byKey.size();
    }

    long weight() {
        return weight;
    }

    long capacity() {
        return capacity;
    }
}
