package cachescope.engine.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.port.RandomStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A replay over numbered keys answers as a cache of the same policy does. */
class ReplayTest {
    private static final int REQUESTS = 20_000;

    static final List<LongFunction<Eviction>> POLICIES =
            List.of(
                    capacity -> new LruSlots(1),
                    capacity -> new Fifo(1),
                    capacity -> new Clock(1),
                    capacity -> new Sieve(1),
                    capacity -> new Lfu(1),
                    capacity -> new S3Fifo(capacity, 1),
                    capacity -> new SampledLru(5, RandomStream.of(1, "samples"), 1));

    @ParameterizedTest
    @FieldSource("POLICIES")
    void hitsWhereACacheHits(LongFunction<Eviction> policy) {
        var random = new SplittableRandom(3);
        var replay = new SlotReplay(100, 1, policy.apply(100));
        var cache = new CacheReplay(new SlotCache<>(100, policy.apply(100)));
        for (int i = 0; i < REQUESTS; i++) {
            int key = random.nextInt(1 + random.nextInt(500));
            assertThat(replay.hits(key)).as("request %d", i).isEqualTo(cache.hits(key));
        }
    }

    @ParameterizedTest
    @FieldSource("POLICIES")
    void hitsBySizeWhereACacheOfWeightsHits(LongFunction<Eviction> policy) {
        var random = new SplittableRandom(4);
        var replay = new WeightedSlotReplay(1_000, policy.apply(1_000));
        var cache = new SlotCache<Integer, Boolean>(1_000, policy.apply(1_000));
        for (int i = 0; i < REQUESTS; i++) {
            int key = random.nextInt(1 + random.nextInt(500));
            int size = 1 + key % 40;
            boolean hit = cache.get(key) != null;
            if (!hit) {
                cache.put(key, true, size);
            }
            assertThat(replay.hits(key, size)).as("request %d", i).isEqualTo(hit);
        }
    }

    @Test
    void whatIsLargerThanAllNeverComesInAndPushesNothingOut() {
        var replay = new WeightedSlotReplay(10, new LruSlots(1));

        assertThat(replay.hits(0, 10)).isFalse();
        assertThat(replay.hits(1, 11)).isFalse();
        assertThat(replay.hits(1, 11)).isFalse();
        assertThat(replay.hits(0, 10)).isTrue();
    }
}
