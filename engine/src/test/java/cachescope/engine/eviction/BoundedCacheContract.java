package cachescope.engine.eviction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every cache of limited capacity keeps to, whatever its policy. */
abstract class BoundedCacheContract {
    private @Nullable BoundedCache<String, Integer> last;
    final List<String> evicted = new ArrayList<>();

    abstract BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener);

    /** Throws if what the cache is made of does not agree with itself. */
    void check(BoundedCache<String, Integer> cache) {}

    final BoundedCache<String, Integer> cache(long capacity) {
        var created =
                create(
                        capacity,
                        new EvictionListener<>() {
                            @Override
                            public void evicted(String key, Integer value) {
                                evicted.add(key);
                            }
                        });
        last = created;
        return created;
    }

    @AfterEach
    void whatItIsMadeOfAgrees() {
        if (last != null) {
            check(last);
        }
    }

    @Test
    void whatWasPutIsFoundUntilItIsRemoved() {
        var cache = cache(3);
        cache.put("a", 1);

        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.peek("a")).isEqualTo(1);
        assertThat(cache.get("b")).isNull();
        assertThat(cache.peek("b")).isNull();
        assertThat(cache.remove("a")).isEqualTo(1);
        assertThat(cache.remove("a")).isNull();
        assertThat(cache.get("a")).isNull();
        assertThat(evicted).isEmpty();
    }

    @Test
    void aLaterValueTakesThePlaceOfTheEarlierOne() {
        var cache = cache(3);
        cache.put("a", 1);
        cache.put("a", 2);

        assertThat(cache.get("a")).isEqualTo(2);
        assertThat(cache.size()).isEqualTo(1);
        assertThat(cache.keys()).containsExactly("a");
    }

    @Test
    void moreThanItHoldsNeverStays() {
        var cache = cache(3);
        for (int i = 0; i < 50; i++) {
            cache.put("k" + i, i);
            assertThat(cache.size()).isEqualTo(Math.min(i + 1, 3));
            assertThat(cache.keys()).hasSize(cache.size()).doesNotHaveDuplicates();
        }
        assertThat(evicted).hasSize(47);
    }

    @Test
    void weightsCountUpToTheCapacity() {
        var cache = cache(10);
        cache.put("a", 1, 4);
        cache.put("b", 2, 6);

        assertThat(cache.weight()).isEqualTo(10);
        assertThat(evicted).isEmpty();

        cache.put("c", 3, 7);
        assertThat(cache.weight()).isLessThanOrEqualTo(10);
        assertThat(evicted).isNotEmpty();
    }

    @Test
    void aValueOfAnotherWeightCountsWithThat() {
        var cache = cache(10);
        cache.put("a", 1, 4);
        cache.put("a", 2, 10);

        assertThat(cache.weight()).isEqualTo(10);
        assertThat(cache.get("a")).isEqualTo(2);

        cache.put("a", 3, 1);
        assertThat(cache.weight()).isEqualTo(1);
        assertThat(evicted).isEmpty();
    }

    @Test
    void aSmallerCapacityEvictsAndALargerOneMakesRoom() {
        var cache = cache(4);
        for (int i = 0; i < 4; i++) {
            cache.put("k" + i, i);
        }
        cache.resize(2);

        assertThat(cache.capacity()).isEqualTo(2);
        assertThat(cache.size()).isEqualTo(2);
        assertThat(evicted).hasSize(2);

        cache.resize(3);
        cache.put("x", 9);
        assertThat(cache.size()).isEqualTo(3);
    }

    @Test
    void clearingDropsAllAndEvictsNothing() {
        var cache = cache(3);
        cache.put("a", 1);
        cache.put("b", 2);
        cache.clear();

        assertThat(cache.size()).isZero();
        assertThat(cache.weight()).isZero();
        assertThat(cache.keys()).isEmpty();
        assertThat(cache.eldest()).isNull();
        assertThat(cache.get("a")).isNull();
        assertThat(evicted).isEmpty();

        cache.put("c", 3);
        assertThat(cache.keys()).containsExactly("c");
    }

    @Test
    void theEldestIsOneThatIsHeld() {
        var cache = cache(3);
        assertThat(cache.eldest()).isNull();
        for (int i = 0; i < 9; i++) {
            cache.put("k" + i, i);
            cache.get("k" + (i - 1));
            assertThat(cache.keys()).contains(cache.eldest());
        }
    }

    @Test
    void aCacheOfOneEntryHoldsTheLastOnePut() {
        var cache = cache(1);
        for (int i = 0; i < 5; i++) {
            cache.put("k" + i, i);
            assertThat(cache.keys()).containsExactly("k" + i);
        }
    }

    @Test
    void keysWithTheSameHashCodeAreToldApart() {
        var cache = cache(4);
        cache.put("AaAa", 1);
        cache.put("BBBB", 2);
        cache.put("AaBB", 3);
        cache.remove("BBBB");

        assertThat(cache.get("AaAa")).isEqualTo(1);
        assertThat(cache.get("BBBB")).isNull();
        assertThat(cache.get("AaBB")).isEqualTo(3);
    }

    @Test
    void aCapacityBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache(0))
                .withMessage("the capacity of a cache is at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache(2).resize(-3))
                .withMessage("the capacity of a cache is at least 1, not -3");
    }

    @Test
    void aWeightThatCannotBeIsRefusedAndChangesNothing() {
        var cache = cache(5);
        cache.put("a", 1, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.put("a", 2, 6))
                .withMessage("the weight 6 of key a is over the capacity of the cache, which is 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.put("b", 2, 0))
                .withMessage("the weight of an entry is at least 1, not 0 (key b)");
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.weight()).isEqualTo(2);
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void aNullKeyIsRefused() {
        var cache = cache(5);
        var sentence = "the key of an entry is null, and must be there";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.put(null, 1))
                .withMessage(sentence);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.get(null))
                .withMessage(sentence);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.peek(null))
                .withMessage(sentence);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.remove(null))
                .withMessage(sentence);
    }

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 40);
    }

    /** The policy as a model says it; empty where nobody can say it, as there is chance in it. */
    abstract @Nullable NaivePolicy model(long capacity);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anySequenceOfCallsMatchesTheModel(long seed) {
        var random = new SplittableRandom(seed);
        int capacity = random.nextInt(1, 25);
        int heaviest = random.nextBoolean() ? 1 : Math.min(capacity, 4);
        int keys = random.nextInt(2, 3 * capacity + 3);
        var policy = model(capacity);
        if (policy == null) {
            return;
        }
        var steps = new Steps(random, keys, heaviest);
        var model = new NaiveCache(capacity, policy);
        var tested = cache(capacity);
        for (int step = 0; step < 600; step++) {
            steps.next(tested, model);
            assertThat(evicted).as("step %d", step).isEqualTo(model.evicted);
            assertThat(tested.weight()).as("step %d", step).isEqualTo(model.weight());
            assertThat(tested.size()).as("step %d", step).isEqualTo(model.values.size());
            assertThat(new HashSet<>(tested.keys()))
                    .as("step %d", step)
                    .isEqualTo(model.values.keySet());
            check(tested);
            evicted.clear();
            model.evicted.clear();
        }
    }

    /** Does the same to a cache and to the model of one. */
    private record Steps(SplittableRandom random, int keys, int heaviest) {
        void next(BoundedCache<String, Integer> tested, NaiveCache model) {
            int choice = random.nextInt(100);
            var key = "k" + random.nextInt(1 + random.nextInt(keys));
            int number = random.nextInt(1000);
            if (choice < 50) {
                assertThat(tested.get(key)).isEqualTo(model.get(key));
            } else if (choice < 90) {
                int weight = 1 + number % heaviest;
                tested.put(key, number, weight);
                model.put(key, number, weight);
            } else if (choice < 95) {
                assertThat(tested.remove(key)).isEqualTo(model.remove(key));
            } else if (choice < 98) {
                assertThat(tested.peek(key)).isEqualTo(model.values.get(key));
            } else if (choice < 99) {
                int capacity = random.nextInt(heaviest, 30);
                tested.resize(capacity);
                model.resize(capacity);
            } else if (number < 200) {
                tested.clear();
                model.clear();
            }
        }
    }
}
