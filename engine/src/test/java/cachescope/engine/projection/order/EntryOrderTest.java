package cachescope.engine.projection.order;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.EvictionName;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EntryOrderTest {
    private static final CachePlace NEAR = new CachePlace(CacheCalls.NODE);

    static Stream<Arguments> seeds() {
        var chosen = Long.getLong("seed");
        return (chosen == null ? LongStream.rangeClosed(1, 60) : LongStream.of(chosen))
                .boxed()
                .flatMap(seed ->
                        Stream.of(
                                        EvictionName.LRU,
                                        EvictionName.LINKED_HASH_MAP,
                                        EvictionName.FIFO,
                                        EvictionName.SIEVE)
                                .map(name -> Arguments.of(seed, name)));
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("seeds")
    void theOrderIsThatOfTheRealCache(long seed, EvictionName eviction) {
        var random = new SplittableRandom(seed);
        var calls = new CacheCalls(eviction, random.nextInt(1, 9));
        var fold = order(NEAR);
        int told = 0;
        for (int step = 0; step < 300; step++) {
            if (random.nextInt(60) == 0) {
                calls.flush();
            } else {
                calls.anything(random, 14);
            }
            for (; told < calls.events().size(); told++) {
                fold.accept(calls.events().get(told));
            }
            if (random.nextInt(20) == 0) {
                fold = fold.copy();
            }
            assertThat(keys(fold)).as("step %d", step).isEqualTo(calls.keys());
        }
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("held")
    void whatIsHeldIsWhatTheRealCacheHolds(long seed, EvictionName eviction) {
        var random = new SplittableRandom(seed);
        var calls = new CacheCalls(eviction, random.nextInt(1, 9));
        for (int step = 0; step < 400; step++) {
            calls.anything(random, 14);
        }
        var fold = order(NEAR);
        calls.events().forEach(fold);
        assertThat(keys(fold)).containsExactlyInAnyOrderElementsOf(calls.keys());
    }

    static Stream<Arguments> held() {
        return LongStream.rangeClosed(1, 20)
                .boxed()
                .flatMap(seed ->
                        Stream.of(
                                        EvictionName.CLOCK,
                                        EvictionName.LFU,
                                        EvictionName.S3_FIFO,
                                        EvictionName.SAMPLED_LRU)
                                .map(name -> Arguments.of(seed, name)));
    }

    @Test
    void aCopyGoesItsOwnWay() {
        var calls = new CacheCalls(EvictionName.LRU, 3);
        calls.put("a");
        calls.put("b");
        var fold = order(NEAR);
        calls.events().forEach(fold);
        var copy = fold.copy();
        calls.get("a");
        fold.accept(calls.events().getLast());
        assertThat(keys(fold)).containsExactly("a", "b");
        assertThat(keys(copy)).containsExactly("b", "a");
    }

    @Test
    void aMoveSaysWhereItCameFromAndWhoLeft() {
        var calls = new CacheCalls(EvictionName.LRU, 2);
        calls.put("a");
        calls.put("b");
        calls.get("a");
        var fold = order(NEAR);
        calls.events().forEach(fold);
        assertThat(fold.last()).map(Move::kind).contains(Move.Kind.FOUND);
        assertThat(fold.last()).map(Move::from).contains("b");
        int told = calls.events().size();
        calls.put("c");
        calls.events().subList(told, calls.events().size()).forEach(fold);
        assertThat(fold.last()).map(Move::kind).contains(Move.Kind.ADDED);
        assertThat(fold.last().orElseThrow().left()).containsExactly("b");
        assertThat(fold.evictions()).isEqualTo(1);
    }

    @Test
    void anEvictionRemovesWhoReallyLeftWhereCallsOverlapped() {
        var calls = new CacheCalls(EvictionName.LRU, 2);
        calls.put("a");
        calls.put("b");
        var fold = order(NEAR);
        calls.events().forEach(fold);
        var span = span(100, Tier.NEAR_CACHE);
        fold.accept(new Event.CacheWritten(9, span, "c", 1, true, Long.MAX_VALUE));
        fold.accept(new Event.CacheRemoved(10, span, "b", Removal.EVICTED, 1));
        assertThat(keys(fold)).containsExactly("c", "a");
    }

    @Test
    void whatIsTooMuchHasLeftUnheardWhenTheNextCallBegins() {
        var calls = new CacheCalls(EvictionName.LRU, 1);
        calls.put("a");
        var fold = order(NEAR);
        calls.events().forEach(fold);
        fold.accept(
                new Event.CacheWritten(
                        9, span(100, Tier.NEAR_CACHE), "b", 1, true, Long.MAX_VALUE));
        fold.accept(new Event.CacheRead(10, span(101, Tier.NEAR_CACHE), "b", Outcome.HIT, 1));
        assertThat(keys(fold)).containsExactly("b");
    }

    @ParameterizedTest(name = "at speed {0}")
    @CsvSource({"0, 99, a", "0, 101, ''", "10, 9, a", "10, 12, ''"})
    void whatHasDiedByTheNearTtlLeavesUnheardWhereItIsInTheWay(
            double speed, long later, String left) {
        var calls = new CacheCalls(EvictionName.LRU, 1, "100ns", speed);
        calls.put("a");
        var fold = order(NEAR);
        calls.events().forEach(fold);
        var span = span(1 + later, Tier.NEAR_CACHE);
        fold.accept(new Event.CacheWritten(9, span, "b", 1, true, Long.MAX_VALUE));
        assertThat(keys(fold)).isEqualTo(left.isEmpty() ? List.of("b") : List.of("b", left));
    }

    @Test
    void aTombstoneIsAnEntryOfTheSharedCacheAndAMissLeavesIt() {
        var fold = order(CachePlace.SHARED);
        fold.accept(new Event.CacheWritten(1, span(1, Tier.REDIS), "a", 1, true, Long.MAX_VALUE));
        fold.accept(new Event.CacheRemoved(2, span(2, Tier.REDIS), "a", Removal.INVALIDATED, 2));
        fold.accept(new Event.CacheRead(3, span(3, Tier.REDIS), "a", Outcome.MISS, 0));
        assertThat(fold.get("a")).map(Listed::tombstone).contains(true);
        fold.accept(new Event.CacheWritten(4, span(4, Tier.REDIS), "a", 2, true, Long.MAX_VALUE));
        assertThat(fold.get("a")).map(Listed::tombstone).contains(false);
    }

    @Test
    void aSweepDropsTheKeysThatThePatternMeans() {
        var calls = new CacheCalls(EvictionName.LRU, 3);
        calls.put("a1");
        calls.put("b");
        calls.put("a2");
        var fold = order(NEAR);
        calls.events().forEach(fold);
        fold.accept(new Event.CacheSwept(9, span(100, Tier.NEAR_CACHE), "a", 2));
        assertThat(keys(fold)).containsExactly("b");
    }

    @Test
    void otherCachesDoNotCount() {
        var fold = order(new CachePlace("app-2"));
        var calls = new CacheCalls(EvictionName.LRU, 2);
        calls.put("a");
        calls.events().forEach(fold);
        assertThat(fold.size()).isZero();
    }

    private static EntryOrder order(CachePlace place) {
        return new EntryOrder(place, (pattern, key) -> key.startsWith(pattern));
    }

    private static List<String> keys(EntryOrder fold) {
        return fold.all().stream().map(Listed::key).toList();
    }

    private static Span span(long call, Tier tier) {
        return new Span(
                call, call, call, call, new Cause.Request(call), CacheCalls.NODE, tier, List.of());
    }
}
