package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.order.CachePlace;
import cachescope.engine.projection.order.EntryOrder;
import cachescope.engine.projection.order.Listed;
import cachescope.engine.projection.order.Ranking;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.latency.Uniform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a log tells of the order of caches, if it was asked to. */
@Timeout(60)
class ReordersTest {
    private static final Strategy SMALL =
            CopyRace.EVENTS
                    .withCluster(CopyRace.EVENTS.cluster().withNearCapacity(2))
                    .withTimeToLive(Duration.ofMillis(200));

    private static Strategy bounded(EvictionName eviction) {
        return SMALL.withEviction(eviction).withConditions(SMALL.conditions().withCacheCapacity(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = EvictionName.class,
            names = {"LRU", "LINKED_HASH_MAP", "FIFO", "CLOCK", "LFU", "SIEVE", "S3_FIFO"})
    void theFoldOfTheLogHasTheOrderThatWasTold(EvictionName eviction) throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            var events = events(bounded(eviction), seed);
            for (var place : List.of(new CachePlace("app-1"), CachePlace.SHARED)) {
                var real = new Follower(place);
                var fold = order(place);
                for (var event : events) {
                    real.accept(event);
                    fold.accept(event);
                    assertThat(keys(fold)).as("%s", event).isEqualTo(real.keys);
                }
                assertThat(real.moves).isPositive();
                assertThat(fold.ranking()).isNotEqualTo(Ranking.UNKNOWN);
            }
        }
    }

    @Test
    void theOrderIsThatOfTheCacheThoughCallsOverlapWhereTheDerivedOneIsNot() throws Exception {
        var near = new Uniform(Duration.ofNanos(100_000), Duration.ofMillis(20));
        var conditions = SMALL.conditions();
        var slow =
                SMALL.withTimeToLive(Duration.ZERO)
                        .withConditions(
                                conditions.withLatency(
                                        conditions.latency().with(Tier.NEAR_CACHE, near)));
        int wrong = 0;
        for (long seed = 1; seed <= 10; seed++) {
            var place = new CachePlace("app-1");
            var real = new Follower(place);
            var told = order(place);
            var derived = order(place);
            for (var event : events(slow, seed)) {
                real.accept(event);
                told.accept(event);
                if (isNoMove(event)) {
                    derived.accept(event);
                }
                assertThat(keys(told)).as("%s", event).isEqualTo(real.keys);
                wrong += real.inFlight == 0 && !keys(derived).equals(real.keys) ? 1 : 0;
            }
        }
        assertThat(wrong).as("derived orders that differ while nothing is in flight").isPositive();
    }

    @Test
    void withoutTheMovesTheLogIsTheSameToTheEvent() throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            var strategy = bounded(EvictionName.LRU);
            var plain = Outcome.simulated(CopyRace.plan(strategy, seed)).events();
            var told = events(strategy, seed);

            assertThat(told).hasSizeGreaterThan(plain.size());
            assertThat(told.stream().filter(ReordersTest::isNoMove).map(ReordersTest::unnumbered))
                    .isEqualTo(plain.stream().map(ReordersTest::unnumbered).toList());
            assertThat(events(strategy, seed)).isEqualTo(told);
        }
    }

    @Test
    void anUnlimitedCacheTellsNoMoves() throws Exception {
        var events = events(SMALL, 1);

        assertThat(events)
                .filteredOn(Event.CacheReordered.class::isInstance)
                .isNotEmpty()
                .allMatch(move -> ((Event.CacheReordered) move).tier() == Tier.NEAR_CACHE);
    }

    private static List<Event> events(Strategy strategy, long seed) throws Exception {
        return Outcome.simulated(CopyRace.plan(strategy, seed).withReorders(true)).events();
    }

    private static boolean isNoMove(Event event) {
        return !(event instanceof Event.CacheReordered);
    }

    /** An event without its place in the log. */
    private static String unnumbered(Event event) {
        return event.toString().replaceFirst("seq=\\d+", "");
    }

    private static boolean isOf(CachePlace place, Tier tier, String node) {
        return place.isShared()
                ? tier == Tier.REDIS
                : tier == Tier.NEAR_CACHE && node.equals(place.node());
    }

    private static EntryOrder order(CachePlace place) {
        return new EntryOrder(place, String::startsWith);
    }

    private static List<String> keys(EntryOrder order) {
        return order.all().stream().map(Listed::key).toList();
    }

    /** The order of one who does the same to a list. */
    private static final class Follower {
        private final CachePlace place;
        private final List<String> keys = new ArrayList<>();
        private int moves;
        private int inFlight;

        Follower(CachePlace place) {
            this.place = place;
        }

        void accept(Event event) {
            switch (event) {
                case Event.CacheReordered move when isOf(place, move.tier(), move.node()) ->
                        move(move);
                case Event.CallStarted call when isOf(place, call.tier(), call.node()) ->
                        inFlight++;
                case Event.CallEnded call
                        when call.isWholeCall() && isOf(place, call.tier(), call.node()) ->
                        inFlight--;
                default -> {}
            }
        }

        private void move(Event.CacheReordered move) {
            moves++;
            if (move.from() >= 0) {
                assertThat(keys.remove(move.from())).isEqualTo(move.key());
            }
            if (move.to() >= 0) {
                keys.add(move.to(), move.key());
            }
        }
    }
}
