package cachescope.engine.eviction;

import cachescope.engine.port.RandomStream;

class SampledLruTest extends BoundedCacheContract {

    @Override
    BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener) {
        return new SlotCache<>(
                capacity, new SampledLru(5, RandomStream.of(7, "samples"), 1), listener);
    }

    @Override
    NaivePolicy model(long capacity) {
        return new NaiveSampling(5, RandomStream.of(7, "samples"));
    }
}
