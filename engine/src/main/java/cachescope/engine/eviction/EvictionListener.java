package cachescope.engine.eviction;

/**
 * Hears every move of a cache's entries, in order and while it happens, so it must not call the
 * cache. A use of a linked list is heard as unlinked, moved to front, linked.
 */
public interface EvictionListener<K, V> {

    /** An entry was put into its place. */
    default void linked(K key) {}

    /** An entry was taken out of its place. */
    default void unlinked(K key) {}

    /** An entry that was used goes where the most recently used one is. */
    default void movedToFront(K key) {}

    /** An entry has left to make room; it is no longer held. */
    default void evicted(K key, V value) {}
}
