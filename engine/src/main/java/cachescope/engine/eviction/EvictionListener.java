package cachescope.engine.eviction;

/**
 * Hears every move of a cache's entries, in order and while it happens, so it must not call the
 * cache. {@link Lru} tells every change of its list: a use is heard as unlinked, moved to front,
 * linked, and as moved to front alone if the entry is at the front already. Other caches tell what
 * they know: which entries come in, go out and are evicted.
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
