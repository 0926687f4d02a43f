package cachescope.engine.eviction;

/** Requests of numbered keys to any cache of limited capacity, each of weight 1. */
public final class CacheReplay implements Replay {
    private final BoundedCache<Integer, Boolean> cache;

    public CacheReplay(BoundedCache<Integer, Boolean> cache) {
        this.cache = cache;
    }

    @Override
    public boolean hits(int key) {
        if (cache.get(key) != null) {
            return true;
        }
        cache.put(key, Boolean.TRUE);
        return false;
    }
}
