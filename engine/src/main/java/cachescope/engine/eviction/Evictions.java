package cachescope.engine.eviction;

import cachescope.engine.strategy.EvictionName;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes what evicts in the way of a name. */
public final class Evictions {
    /** What grows has room for so many slots at first. */
    private static final int SLOTS = 64;

    private Evictions() {}

    /**
     * An empty cache. Numbers are drawn only for what evicts by chance; the listener may be null.
     *
     * @throws IllegalArgumentException if the capacity is below 1, or for the optimum, which is no
     *     cache as it must know all requests beforehand
     */
    public static <K, V> BoundedCache<K, V> cache(
            EvictionName name,
            long capacity,
            RandomGenerator random,
            @Nullable EvictionListener<? super K, ? super V> listener) {
        return switch (name) {
            case LRU -> new Lru<>(capacity, listener);
            case LINKED_HASH_MAP -> new LinkedHashMapLru<>(capacity, listener);
            case W_TINY_LFU -> new CaffeineCache<>(capacity, listener);
            case FIFO, CLOCK, LFU, SIEVE, S3_FIFO, SAMPLED_LRU, OPT ->
                    new SlotCache<>(capacity, slots(name, capacity, random), listener);
        };
    }

    /**
     * A cache that evicts in the way of a name, and tells each move within its order: the same
     * cache if nobody listens, or where chance alone says which entry leaves and there is no order.
     * What it costs says {@link WatchedOrder}.
     */
    public static <K, V> BoundedCache<K, V> watched(
            EvictionName name, BoundedCache<K, V> cache, @Nullable OrderListener<K> listener) {
        return listener == null || name == EvictionName.SAMPLED_LRU
                ? cache
                : new WatchedOrder<>(cache, listener);
    }

    /**
     * Requests of keys of the same size over an empty cache; otherwise as for {@link #cache}. The
     * capacity is a number of keys.
     *
     * @param keys how many there are to come; where there are more, room is made for them then
     */
    public static Replay replay(EvictionName name, int capacity, int keys, RandomGenerator random) {
        return switch (name) {
            case LINKED_HASH_MAP, W_TINY_LFU ->
                    new CacheReplay(cache(name, capacity, random, null));
            case LRU, FIFO, CLOCK, LFU, SIEVE, S3_FIFO, SAMPLED_LRU, OPT ->
                    new SlotReplay(capacity, keys, slots(name, capacity, random));
        };
    }

    /**
     * Requests of keys of different sizes over an empty cache; otherwise as for {@link #cache}. The
     * capacity is a sum of sizes.
     */
    public static WeightedReplay weightedReplay(
            EvictionName name, long capacity, RandomGenerator random) {
        return switch (name) {
            case LINKED_HASH_MAP, W_TINY_LFU ->
                    new WeightedCacheReplay(cache(name, capacity, random, null));
            case LRU, FIFO, CLOCK, LFU, SIEVE, S3_FIFO, SAMPLED_LRU, OPT ->
                    new WeightedSlotReplay(capacity, slots(name, capacity, random));
        };
    }

    private static Eviction slots(EvictionName name, long capacity, RandomGenerator random) {
        int room = (int) Math.min(Refusal.capacity(capacity), SLOTS);
        return switch (name) {
            case LRU, LINKED_HASH_MAP -> new LruSlots(room);
            case FIFO -> new Fifo(room);
            case CLOCK -> new Clock(room);
            case LFU -> new Lfu(room);
            case SIEVE -> new Sieve(room);
            case S3_FIFO -> new S3Fifo(capacity, room);
            case SAMPLED_LRU -> new SampledLru(SampledLru.SAMPLES, random, room);
            case W_TINY_LFU -> throw new IllegalArgumentException(name.label() + " has no slots");
            case OPT ->
                    throw new IllegalArgumentException(
                            name.label() + " is no cache: it must know all requests beforehand");
        };
    }

    /**
     * Moves all entries from one cache to another, each with weight 1, in the order of the first.
     */
    public static <K, V> void move(BoundedCache<K, V> from, BoundedCache<K, V> to) {
        for (var key : from.keys().reversed()) {
            var value = from.remove(key);
            if (value != null) {
                to.put(key, value);
            }
        }
    }
}
