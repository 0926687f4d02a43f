package cachescope.engine.eviction;

class S3FifoTest extends BoundedCacheContract {

    @Override
    BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener) {
        return new SlotCache<>(capacity, new S3Fifo(capacity, 1), listener);
    }

    @Override
    NaivePolicy model(long capacity) {
        return new NaiveS3Fifo(capacity);
    }
}
