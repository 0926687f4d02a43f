package cachescope.engine.eviction;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a cache over slots. Its value may be read and replaced by any thread; once it has
 * left there is none.
 */
class Held<K, V> {
    @SuppressWarnings("rawtypes") // there are no class literals of generic types
    private static final AtomicReferenceFieldUpdater<Held, @Nullable Object> VALUE =
            AtomicReferenceFieldUpdater.newUpdater(Held.class, Object.class, "value");

    final K key;
    final int weight;
    final int slot;
    private volatile @Nullable Object value;

    Held(K key, V value, int weight, int slot) {
        this.key = key;
        this.value = value;
        this.weight = weight;
        this.slot = slot;
    }

    /** Null once it has left. */
    @SuppressWarnings("unchecked") // only values are put in
    final @Nullable V value() {
        return (V) value;
    }

    /** Puts another value in its place; returns whether it has not left. */
    final boolean replace(V next) {
        var before = value;
        while (before != null) {
            if (VALUE.compareAndSet(this, before, next)) {
                return true;
            }
            before = value;
        }
        return false;
    }

    /** Takes the value out as it leaves. */
    @SuppressWarnings("unchecked") // only values are put in
    final V take() {
        return (V) Objects.requireNonNull(VALUE.getAndSet(this, null));
    }

    /** Makes an entry that is held from now on. */
    interface Maker<K, V, H> {
        H make(K key, V value, int weight, int slot);
    }
}
