package cachescope.engine.eviction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map of limited capacity: what is put beyond it makes others leave, and an eviction policy says
 * which. Capacity counts entries where every weight is one, else the sum of the weights. Keys and
 * values are never null: a null key is an {@link IllegalArgumentException}. Never blocks; for one
 * thread at a time unless the implementation says otherwise.
 */
public interface BoundedCache<K, V> {

    /** The value of a key, null if it is not held; a hit is a use, and allocates nothing. */
    @Nullable V get(K key);

    /** The value of a key, null if it is not held; no use. */
    @Nullable V peek(K key);

    /**
     * Holds a value from now on, in place of the key's earlier one, which counts as a use of it.
     * Evicts until the weights fit.
     *
     * @throws IllegalArgumentException if the weight is below 1 or over the whole capacity
     */
    void put(K key, V value, int weight);

    /** Holds a value of weight 1. */
    default void put(K key, V value) {
        put(key, value, 1);
    }

    /** Drops a key and returns its value; null if it was not held. */
    @Nullable V remove(K key);

    /** Drops everything. */
    void clear();

    /** The keys, the one that would leave last first; where a policy has no such order, any. */
    List<K> keys();

    /**
     * The key whose entry is looked at first when one must leave, null if nothing is held; it need
     * not be the one that leaves.
     */
    @Nullable K eldest();

    /** How many entries are held. */
    int size();

    /** The sum of the weights held. */
    long weight();

    /** The most that the weights may sum up to. */
    long capacity();

    /**
     * Changes the capacity, and evicts until the weights fit.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    void resize(long capacity);
}
