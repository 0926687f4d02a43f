package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.eviction.SampledLru;
import cachescope.engine.projection.order.CachePlace;
import cachescope.engine.strategy.EvictionName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RivalsTest {
    private static final CachePlace NEAR = new CachePlace("app-1");
    private static final RivalPolicy LRU = new RivalPolicy(EvictionName.LRU, 0);
    private static final RivalPolicy FIFO = new RivalPolicy(EvictionName.FIFO, 0);

    @Test
    void theFirstDifferenceIsFound() {
        var rivals = new Rivals(NEAR, LRU, FIFO, 2);
        var calls = new LookUps();
        for (var key : List.of("a", "b", "a", "c")) {
            calls.get(key);
        }
        calls.events().forEach(rivals::accept);
        var first = rivals.first().orElseThrow();
        assertThat(first.at()).isEqualTo(4);
        assertThat(first.oneKeeps()).isEqualTo("a");
        assertThat(first.otherKeeps()).isEqualTo("b");
        assertThat(rivals.one().hitRatio()).isEqualTo(0.25);
    }

    static LongStream seeds() {
        var chosen = Long.getLong("seed");
        return chosen == null ? LongStream.rangeClosed(1, 40) : LongStream.of(chosen);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hitsAndDifferencesAreThoseOfTwoCaches(long seed) {
        var random = new SplittableRandom(seed);
        int capacity = random.nextInt(1, 7);
        var rivals = new Rivals(NEAR, LRU, FIFO, capacity);
        var calls = new LookUps();
        var lru = new ArrayList<String>();
        var fifo = new ArrayList<String>();
        int hits = 0;
        for (int step = 0; step < 200; step++) {
            var key = "k" + random.nextInt(10);
            calls.get(key);
            rivals.accept(calls.events().getLast());
            hits += lru.remove(key) ? 1 : 0;
            lru.addFirst(key);
            if (!fifo.contains(key)) {
                fifo.addFirst(key);
            }
            for (var list : List.of(lru, fifo)) {
                if (list.size() > capacity) {
                    list.removeLast();
                }
            }
            var onlyLru = new HashSet<>(lru);
            fifo.forEach(onlyLru::remove);
            assertThat(rivals.onlyOne()).containsExactlyInAnyOrderElementsOf(onlyLru);
            assertThat(rivals.one().hitRatio()).isEqualTo(hits / (step + 1.0));
        }
        assertThat(rivals.one().agreed()).isEqualTo(rivals.one().evictions());
    }

    @Test
    void aSampledEvictionIsJudgedByTheExactOrder() {
        var sampled = new RivalPolicy(EvictionName.SAMPLED_LRU, SampledLru.SAMPLES);
        var rivals = new Rivals(NEAR, LRU, sampled, 64);
        var calls = new LookUps();
        var random = new SplittableRandom(3);
        for (int i = 0; i < 3_000; i++) {
            calls.get("k" + random.nextInt(200));
        }
        calls.events().forEach(rivals::accept);
        var other = rivals.other();
        assertThat(other.agreed()).isLessThan(other.evictions()).isPositive();
        var last = other.last().orElseThrow();
        assertThat(last.fromTail() == 1).isEqualTo(last.went().equals(last.exact()));
    }

    @Test
    void whoLeftIsToldAsFarAsThereIsRoom() {
        var gone = new Contender.Departure(1, "a", "b", 21);
        var side = new Standing.Side(List.of(), 0, Set.of(), 0, 1, 0, Optional.of(gone));
        assertThat(RivalsViewModel.left(side, _ -> true))
                .isEqualTo("a went, 21st from the tail; exact LRU: b");
        assertThat(RivalsViewModel.left(side, words -> words.length() < 30))
                .isEqualTo("a went, 21st from the tail");
        assertThat(RivalsViewModel.left(side, _ -> false)).isEqualTo("a went");
    }

    /** Look-ups of a near cache, as the log tells of them. */
    private static final class LookUps {
        private final List<Event> events = new ArrayList<>();

        void get(String key) {
            long at = events.size() + 1L;
            var span =
                    new Span(
                            at,
                            at,
                            at,
                            at,
                            new Cause.Request(at),
                            "app-1",
                            Tier.NEAR_CACHE,
                            List.of());
            events.add(new Event.CacheRead(at, span, key, Outcome.MISS, 0));
        }

        List<Event> events() {
            return events;
        }
    }
}
