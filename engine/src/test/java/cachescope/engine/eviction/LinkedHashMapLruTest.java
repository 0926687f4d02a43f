package cachescope.engine.eviction;

class LinkedHashMapLruTest extends BoundedCacheContract {

    @Override
    BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener) {
        return new LinkedHashMapLru<>(capacity, listener);
    }

    @Override
    NaivePolicy model(long capacity) {
        return new NaivePolicy.LeastRecentlyUsed();
    }
}
