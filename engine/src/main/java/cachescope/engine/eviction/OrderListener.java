package cachescope.engine.eviction;

/**
 * Hears how each entry of a cache moves within its order, one after the other and while it happens,
 * so it must not call the cache. Whoever does the same to a list, has the cache's.
 */
@FunctionalInterface
public interface OrderListener<K> {
    /** The place of what is not in the cache. */
    int NOWHERE = -1;

    /**
     * An entry moved. Places count from 0, where the entry is that would leave last: the most
     * recently used one of an LRU. {@code from} is the place before the move and {@code to} the one
     * behind it; an entry that comes in is from {@link #NOWHERE}, one that leaves goes there.
     */
    void moved(K key, int from, int to);
}
