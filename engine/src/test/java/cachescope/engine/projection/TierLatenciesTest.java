package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TierLatenciesTest {
    private final Script script = new Script().run("live", 1);

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void atAnyTimeItIsWhatACountOfTheLogGives(long seed) {
        var events = new RandomRun(seed).events();
        var latencies = new TierLatencies();
        events.forEach(latencies);
        var random = new SplittableRandom(seed);
        long end = events.getLast().at();
        for (int i = 0; i < 50; i++) {
            long time = random.nextLong(end + 10);
            for (var tier : Tier.values()) {
                check(latencies.at(tier, time), recount(events, tier, time));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCopyAndItsOriginalGoTheirOwnWays(long seed) {
        var events = new RandomRun(seed).events();
        int middle = new SplittableRandom(seed).nextInt(events.size());
        var original = new TierLatencies();
        events.subList(0, middle).forEach(original);
        var copy = original.copy();
        events.subList(middle, events.size()).forEach(original);

        for (var tier : Tier.values()) {
            check(
                    copy.at(tier, Long.MAX_VALUE),
                    recount(events.subList(0, middle), tier, Long.MAX_VALUE));
            check(original.at(tier, Long.MAX_VALUE), recount(events, tier, Long.MAX_VALUE));
        }
    }

    @Test
    void theCallsThatAreNotHeldAnyMoreStillCount() {
        int calls = TierLatencies.HELD_MAX * 3;
        for (int i = 0; i < calls; i++) {
            script.call(i, i, Tier.REDIS, CallKind.GET, "a", i * 1_000L);
            script.lookedUp(i, i * 1_000L + (i < calls / 2 ? 100 : 900), Outcome.HIT);
        }
        var latencies = script.fold(new TierLatencies());

        var all = latencies.at(Tier.REDIS, Long.MAX_VALUE);
        assertThat(all.calls()).isEqualTo(calls);
        assertThat((double) all.p50().orElseThrow()).isCloseTo(100, within(3.0));
        assertThat((double) all.p99().orElseThrow()).isCloseTo(900, within(27.0));
        assertThat(latencies.at(Tier.REDIS, (calls - 1_000) * 1_000L).calls())
                .isEqualTo(calls - 1_000);
    }

    @Test
    void callsThatFailedAndEntriesThatLeftByThemselvesAreNoCalls() {
        script.call(1, 0, Tier.DATABASE, CallKind.READ, "a", 10)
                .callFailed(1, 500, "DatabaseUnavailable");
        script.call(2, 0, Tier.REDIS, CallKind.PUT, "a", 10).evicted(2, 20).filled(2, 30, true);
        var latencies = script.fold(new TierLatencies());

        assertThat(latencies.at(Tier.DATABASE, 1_000)).isEqualTo(TierLatency.NONE);
        assertThat(latencies.at(Tier.REDIS, 1_000).calls()).isEqualTo(1);
        assertThat(latencies.at(Tier.REDIS, 1_000).p50()).hasValue(20);
    }

    @Test
    void aCallCountsFromWhenItCameBack() {
        script.call(1, 0, Tier.REDIS, CallKind.GET, "a", 10).lookedUp(1, 30, Outcome.HIT);
        var latencies = script.fold(new TierLatencies());

        assertThat(latencies.at(Tier.REDIS, 29).calls()).isZero();
        assertThat(latencies.at(Tier.REDIS, 30).calls()).isEqualTo(1);
        latencies.clear();
        assertThat(latencies.at(Tier.REDIS, 30)).isEqualTo(TierLatency.NONE);
    }

    private static long[] recount(List<Event> events, Tier tier, long time) {
        return events.stream()
                .filter(Event.CallEnded.class::isInstance)
                .map(Event.CallEnded.class::cast)
                .filter(call -> !(call instanceof Event.TierFailed))
                .filter(call -> call.tier() == tier && call.endedAt() <= time)
                .mapToLong(call -> call.endedAt() - call.startedAt())
                .sorted()
                .toArray();
    }

    private static void check(TierLatency found, long[] sorted) {
        assertThat(found.calls()).isEqualTo(sorted.length);
        assertThat(found.p50().isPresent()).isEqualTo(sorted.length > 0);
        if (sorted.length > 0) {
            check(found.p50().orElseThrow(), sorted[(sorted.length + 1) / 2 - 1]);
            check(found.p99().orElseThrow(), sorted[(int) Math.ceil(0.99 * sorted.length) - 1]);
        }
    }

    private static void check(long found, long expected) {
        assertThat((double) found).isCloseTo((double) expected, within(expected * 0.04));
    }
}
