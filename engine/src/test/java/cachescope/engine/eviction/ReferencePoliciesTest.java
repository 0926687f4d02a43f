package cachescope.engine.eviction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.benmanes.caffeine.cache.simulator.admission.Admission;
import com.github.benmanes.caffeine.cache.simulator.policy.AccessEvent;
import com.github.benmanes.caffeine.cache.simulator.policy.Policy;
import com.github.benmanes.caffeine.cache.simulator.policy.linked.FrequentlyUsedPolicy;
import com.github.benmanes.caffeine.cache.simulator.policy.linked.LinkedPolicy;
import com.github.benmanes.caffeine.cache.simulator.policy.linked.SievePolicy;
import com.github.benmanes.caffeine.cache.simulator.policy.opt.ClairvoyantPolicy;
import com.github.benmanes.caffeine.cache.simulator.policy.two_queue.S3FifoPolicy;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real recordings through our policies and through those of Caffeine's simulator. Its CLOCK evicts
 * after it has inserted, so there is none to compare ours with.
 */
class ReferencePoliciesTest {
    private static final Config SETTINGS = ConfigFactory.load().getConfig("caffeine.simulator");

    @ParameterizedTest
    @CsvSource({
        "multi1, 10", "multi1, 33", "multi1, 500", "multi3, 100", "multi3, 1000", "cpp, 50",
        "ps, 200", "gli, 300", "sprite, 33", "sprite, 100", "sprite, 1000", "2_pools, 400",
    })
    void hitAsOftenAsTheReference(String recording, int capacity) {
        var keys = RecordedKeys.of(recording);

        assertThat(hits(keys, new SlotReplay(capacity, 1, new LruSlots(1))))
                .as("LRU")
                .isEqualTo(hits(keys, linked(LinkedPolicy.EvictionPolicy.LRU, capacity)));
        assertThat(hits(keys, new SlotReplay(capacity, 1, new Fifo(1))))
                .as("FIFO")
                .isEqualTo(hits(keys, linked(LinkedPolicy.EvictionPolicy.FIFO, capacity)));
        assertThat(hits(keys, new SlotReplay(capacity, 1, new Lfu(1))))
                .as("LFU")
                .isEqualTo(hits(keys, leastFrequent(capacity)));
        assertThat(hits(keys, new SlotReplay(capacity, 1, new Sieve(1))))
                .as("SIEVE, of which the reference holds one entry less")
                .isEqualTo(hits(keys, new SievePolicy(settings(capacity + 1))));
        assertThat(share(keys, hits(keys, new SlotReplay(capacity, 1, new S3Fifo(capacity, 1)))))
                .as("S3-FIFO, in percent")
                .isEqualTo(
                        share(keys, hits(keys, new S3FifoPolicy(settings(capacity)))), within(0.1));
    }

    /** Its optimum may pass a key by, and ours must take it in, so ours hits a little less. */
    @ParameterizedTest
    @CsvSource({"multi1, 33", "multi3, 1000", "ps, 200", "sprite, 1000"})
    void theOptimumIsBetweenLruAndTheOneThatMayPassKeysBy(String recording, int capacity) {
        var keys = RecordedKeys.of(recording);

        assertThat(new Opt(keys).hits(capacity))
                .isLessThanOrEqualTo(hits(keys, new ClairvoyantPolicy(settings(capacity))))
                .isGreaterThan(hits(keys, new SlotReplay(capacity, 1, new LruSlots(1))));
    }

    private static LinkedPolicy linked(LinkedPolicy.EvictionPolicy order, int capacity) {
        return new LinkedPolicy(settings(capacity), Set.of(), Admission.ALWAYS, order);
    }

    private static Policy leastFrequent(int capacity) {
        return new FrequentlyUsedPolicy(
                Admission.ALWAYS, FrequentlyUsedPolicy.EvictionPolicy.LFU, settings(capacity));
    }

    private static Config settings(int capacity) {
        return ConfigFactory.parseString("maximum-size=" + capacity).withFallback(SETTINGS);
    }

    private static long hits(int[] keys, Replay replay) {
        long hits = 0;
        for (int key : keys) {
            hits += replay.hits(key) ? 1 : 0;
        }
        return hits;
    }

    private static long hits(int[] keys, Policy policy) {
        for (int key : keys) {
            policy.record(AccessEvent.forKey(key));
        }
        policy.finished();
        return policy.stats().hitCount();
    }

    private static double share(int[] keys, long hits) {
        return 100.0 * hits / keys.length;
    }
}
