package cachescope.engine.eviction;

class SieveTest extends BoundedCacheContract {

    @Override
    BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener) {
        return new SlotCache<>(capacity, new Sieve(1), listener);
    }

    @Override
    NaivePolicy model(long capacity) {
        return new NaivePolicy.Sieving();
    }
}
