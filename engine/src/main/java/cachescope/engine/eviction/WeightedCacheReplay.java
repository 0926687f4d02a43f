package cachescope.engine.eviction;

/** Requests of keys of different sizes to any cache of limited capacity. */
public final class WeightedCacheReplay implements WeightedReplay {
    private final BoundedCache<Integer, Boolean> cache;

    public WeightedCacheReplay(BoundedCache<Integer, Boolean> cache) {
        this.cache = cache;
    }

    @Override
    public boolean hits(int key, int size) {
        if (cache.get(key) != null) {
            return true;
        }
        if (size <= cache.capacity()) {
            cache.put(key, Boolean.TRUE, size);
        }
        return false;
    }
}
