package cachescope.engine.eviction;

class ClockTest extends BoundedCacheContract {

    @Override
    BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener) {
        return new SlotCache<>(capacity, new Clock(1), listener);
    }

    @Override
    NaivePolicy model(long capacity) {
        return new NaivePolicy.SecondChance();
    }
}
