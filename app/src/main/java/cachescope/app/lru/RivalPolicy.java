package cachescope.app.lru;

import cachescope.engine.eviction.BoundedCache;
import cachescope.engine.eviction.EvictionListener;
import cachescope.engine.eviction.Evictions;
import cachescope.engine.eviction.SampledLru;
import cachescope.engine.eviction.SlotCache;
import cachescope.engine.strategy.EvictionName;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A policy that can be tried beside another.
 *
 * @param samples how many entries are drawn for each eviction where that is by chance; else 0
 */
record RivalPolicy(EvictionName name, int samples) {
    private static final int MORE_SAMPLES = 10;
    private static final int SLOTS = 64;

    /** What is drawn is the same each time, so that a difference can be found again. */
    private static final long SEED = 1;

    /** All that can be tried; the optimum is none, as it must know the future. */
    static List<RivalPolicy> all() {
        return Arrays.stream(EvictionName.values())
                .filter(name -> name != EvictionName.OPT && name != EvictionName.LINKED_HASH_MAP)
                .flatMap(name -> of(name).stream())
                .toList();
    }

    private static List<RivalPolicy> of(EvictionName name) {
        return name == EvictionName.SAMPLED_LRU
                ? List.of(
                        new RivalPolicy(name, SampledLru.SAMPLES),
                        new RivalPolicy(name, MORE_SAMPLES))
                : List.of(new RivalPolicy(name, 0));
    }

    /** An empty cache that evicts so. */
    BoundedCache<String, Boolean> cache(long capacity, EvictionListener<String, Boolean> listener) {
        var random = new SplittableRandom(SEED);
        return samples > 0
                ? new SlotCache<>(capacity, new SampledLru(samples, random, SLOTS), listener)
                : Evictions.cache(name, capacity, random, listener);
    }
}
