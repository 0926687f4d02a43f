package cachescope.engine.eviction;

class LfuTest extends BoundedCacheContract {

    @Override
    BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener) {
        return new SlotCache<>(capacity, new Lfu(1), listener);
    }

    @Override
    NaivePolicy model(long capacity) {
        return new NaivePolicy.LeastOftenUsed();
    }
}
