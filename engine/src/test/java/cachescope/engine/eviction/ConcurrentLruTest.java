package cachescope.engine.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrentLruTest extends BoundedCacheContract {

    @Override
    BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener) {
        return new ConcurrentLru<>(capacity, listener);
    }

    @Override
    NaivePolicy model(long capacity) {
        return new NaivePolicy.LeastRecentlyUsed();
    }

    @Test
    void theOrderIsExactWhenItIsAskedForHoweverManyUsesWait() {
        var cache = cache(50);
        var model = new NaiveCache(50, new NaivePolicy.LeastRecentlyUsed());
        var random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            cache.put("k" + i, i);
            model.put("k" + i, i, 1);
        }
        for (int i = 0; i < 10_000; i++) {
            var key = "k" + random.nextInt(50);
            assertThat(cache.get(key)).isEqualTo(model.get(key));
        }
        for (int i = 50; i < 100; i++) {
            cache.put("k" + i, i);
            model.put("k" + i, i, 1);
        }

        assertThat(evicted).isEqualTo(model.evicted);
    }

    @Test
    void aUseOfOneThreadComesBeforeALaterUseOfAnother() throws Exception {
        var cache = cache(2);
        cache.put("a", 1);
        cache.put("b", 2);
        try (var other = Executors.newSingleThreadExecutor()) {
            other.submit(() -> cache.get("b")).get();
            cache.get("a");
            other.submit(() -> cache.put("c", 3)).get();
        }

        assertThat(cache.keys()).containsExactly("c", "a");
    }

    @Test
    void manyThreadsLeaveItInOrder() throws InterruptedException, ExecutionException {
        var cache = cache(100);
        var done = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                int seed = thread;
                done.add(threads.submit(() -> work(cache, seed)));
            }
        }
        for (var each : done) {
            each.get();
        }

        var keys = cache.keys();
        assertThat(keys).hasSize(cache.size()).hasSizeLessThanOrEqualTo(100);
        assertThat(new HashSet<>(keys)).hasSize(keys.size());
        assertThat(keys).allSatisfy(key -> assertThat(cache.peek(key)).isEqualTo(number(key)));
        assertThat(cache.weight()).isEqualTo(cache.size());
    }

    private static void work(BoundedCache<String, Integer> cache, int seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 40_000; i++) {
            var key = "k" + random.nextInt(1 + random.nextInt(300));
            var found = cache.get(key);
            if (found == null || i % 7 == 0) {
                cache.put(key, number(key));
            } else if (!found.equals(number(key))) {
                throw new AssertionError(key + " has the value of another: " + found);
            }
            if (i % 100 == 0) {
                cache.remove(key);
            }
        }
    }

    private static int number(String key) {
        return Integer.parseInt(key.substring(1));
    }
}
