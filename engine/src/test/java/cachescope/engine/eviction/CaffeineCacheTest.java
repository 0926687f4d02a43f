package cachescope.engine.eviction;

import org.jspecify.annotations.Nullable;

class CaffeineCacheTest extends BoundedCacheContract {

    @Override
    BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener) {
        return new CaffeineCache<>(capacity, listener);
    }

    /** It draws numbers of its own. */
    @Override
    @Nullable NaivePolicy model(long capacity) {
        return null;
    }
}
