package cachescope.engine.eviction;

/** Why a cache takes no such argument. */
final class Refusal {
    private Refusal() {}

    /** Returns the capacity if it is at least 1. */
    static long capacity(long capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "the capacity of a cache is at least 1, not " + capacity);
        }
        return capacity;
    }

    /** Throws unless an entry of this weight can be held. */
    static void weight(Object key, int weight, long capacity) {
        if (weight < 1) {
            throw new IllegalArgumentException(
                    "the weight of an entry is at least 1, not %s (key %s)".formatted(weight, key));
        }
        if (weight > capacity) {
            throw new IllegalArgumentException(
                    "the weight %s of key %s is over the capacity of the cache, which is %s"
                            .formatted(weight, key, capacity));
        }
    }

    /** Returns the key if there is one. */
    static <K> K ifNull(K key) {
        if (key == null) {
            throw new IllegalArgumentException("the key of an entry is null, and must be there");
        }
        return key;
    }
}
