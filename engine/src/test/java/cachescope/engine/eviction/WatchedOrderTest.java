package cachescope.engine.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.strategy.EvictionName;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatchedOrderTest {
    private final List<String> told = new ArrayList<>();
    private final List<String> moves = new ArrayList<>();

    static Stream<Arguments> seeds() {
        var chosen = Long.getLong("seed");
        return (chosen == null ? LongStream.rangeClosed(1, 30) : LongStream.of(chosen))
                .boxed()
                .flatMap(seed ->
                        Stream.of(EvictionName.values())
                                .filter(name -> name != EvictionName.OPT)
                                .filter(name -> name != EvictionName.SAMPLED_LRU)
                                .map(name -> Arguments.of(seed, name)));
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("seeds")
    void whoFollowsTheMovesHasTheOrderOfTheCache(long seed, EvictionName name) {
        var random = new SplittableRandom(seed);
        var cache = watched(name, random.nextInt(4, 12));
        for (int step = 0; step < 300; step++) {
            var key = "k" + random.nextInt(20);
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4 -> cache.get(key);
                case 5, 6, 7, 8 -> cache.put(key, step);
                case 9 -> cache.put(key, step, random.nextInt(1, 4));
                case 10 -> cache.remove(key);
                default -> rarely(random, cache);
            }
            assertThat(told).as("step %d", step).isEqualTo(cache.keys());
        }
    }

    private static void rarely(SplittableRandom random, BoundedCache<String, Integer> cache) {
        switch (random.nextInt(6)) {
            case 0 -> cache.clear();
            case 1, 2 -> cache.resize(random.nextInt(4, 12));
            default -> cache.peek("k1");
        }
    }

    @Test
    void aUseIsOneMoveFromItsPlaceToTheHead() {
        var cache = watched(EvictionName.LRU, 3);
        cache.put("a", 1);
        cache.put("b", 2);
        cache.put("c", 3);
        moves.clear();
        cache.get("a");
        cache.get("a");
        cache.get("nobody");
        cache.put("d", 4);

        assertThat(moves).containsExactly("a 2 0", "b 2 -1", "d -1 0");
    }

    @Test
    void whatWasThereBeforeIsToldFromTheHeadOn() {
        var cache = new Lru<String, Integer>(2);
        cache.put("a", 1);
        cache.put("b", 2);
        Evictions.watched(EvictionName.LRU, cache, this::follow);

        assertThat(moves).containsExactly("b -1 0", "a -1 1");
    }

    @Test
    void whereChanceAloneSaysWhoLeavesNothingIsTold() {
        var cache = watched(EvictionName.SAMPLED_LRU, 2);
        cache.put("a", 1);

        assertThat(moves).isEmpty();
    }

    private BoundedCache<String, Integer> watched(EvictionName name, long capacity) {
        return Evictions.watched(
                name, Evictions.cache(name, capacity, new SplittableRandom(1), null), this::follow);
    }

    private void follow(String key, int from, int to) {
        moves.add(key + " " + from + " " + to);
        if (from >= 0) {
            assertThat(told.remove(from)).isEqualTo(key);
        }
        if (to >= 0) {
            told.add(to, key);
        }
    }
}
