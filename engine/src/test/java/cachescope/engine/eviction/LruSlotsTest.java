package cachescope.engine.eviction;

class LruSlotsTest extends BoundedCacheContract {

    @Override
    BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener) {
        return new SlotCache<>(capacity, new LruSlots(1), listener);
    }

    @Override
    NaivePolicy model(long capacity) {
        return new NaivePolicy.LeastRecentlyUsed();
    }
}
