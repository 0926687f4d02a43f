package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TierLoadsTest {
    private static final long SECOND = 1_000_000_000;

    private final Script script = new Script().run("live", 1);

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 10);
    }

    @Test
    void aCallIsInFlightFromItsStartUntilItsEnd() {
        script.read(0, "a", 5);
        script.call(1, 0, Tier.REDIS, CallKind.GET, "a", 10).lookedUp(1, 30, Outcome.HIT);
        script.ended(0, 40, Answer.HIT);

        var loads = script.fold(new TierLoads());

        assertThat(inFlight(loads, Tier.REDIS, 9, 10, 29, 30)).containsExactly(0L, 1L, 1L, 0L);
        assertThat(loads.requestsInFlight(4)).isZero();
        assertThat(loads.requestsInFlight(39)).isEqualTo(1);
        assertThat(loads.requestsInFlight(40)).isZero();
    }

    @Test
    void anEvictionIsNoCallOfItsOwn() {
        script.call(1, 0, Tier.REDIS, CallKind.PUT, "a", 10).filled(1, 30, true).evicted(1, 30);

        assertThat(script.fold(new TierLoads()).at(Tier.REDIS, 40).calls()).isEqualTo(1);
    }

    @Test
    void aCallWhoseCallerWasKilledSaysNothingOfTheTier() {
        script.call(1, 0, Tier.REDIS, CallKind.GET, "a", 10);
        var span = new Span(1, 10, 30, 30, new Cause.Request(0), "app-1", Tier.REDIS, List.of());
        script.add(seq ->
                new Event.TierFailed(
                        seq, span, CallKind.GET, "a", Event.TierFailed.NODE_KILLED, "killed"));

        assertThat(script.fold(new TierLoads()).at(Tier.REDIS, 40).failed()).isFalse();
        assertThat(script.fold(new Markers()).all()).isEmpty();
        assertThat(inFlight(script.fold(new TierLoads()), Tier.REDIS, 29, 30))
                .containsExactly(1L, 0L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inFlightIsWhatACountOfTheLogGives(long seed) {
        var events = new RandomRun(seed).events();
        var loads = new TierLoads();
        events.forEach(loads);
        var random = new SplittableRandom(seed);
        long end = events.getLast().at();
        for (int i = 0; i < 100; i++) {
            long time = random.nextLong(end + 10);
            for (var tier : List.of(Tier.REDIS, Tier.DATABASE)) {
                assertThat(loads.at(tier, time).inFlight()).isEqualTo(inFlight(events, tier, time));
            }
        }
    }

    @Test
    void eachNodeHasItsAnswersAndTheHitsOfItsNearCache() {
        for (int i = 0; i < 400; i++) {
            long at = i * SECOND / 100;
            script.read(i, "a", at);
            script.call(i, i, Tier.NEAR_CACHE, CallKind.GET, "a", at);
            script.lookedUp(i, at + 10, i % 4 == 0 ? Outcome.HIT : Outcome.MISS);
            script.ended(i, at + 20, Answer.HIT);
        }
        var loads = script.fold(new TierLoads());
        var copy = loads.copy();
        loads.clear();

        var load = copy.atNode("app-1", 4 * SECOND);
        assertThat(load.requestsPerSecond()).isCloseTo(100, within(1.0));
        assertThat(load.nearHitRatio().orElseThrow()).isCloseTo(0.25, within(0.01));
        assertThat(copy.atNode("app-2", 4 * SECOND).nearHitRatio()).isEmpty();
        assertThat(loads.atNode("app-1", 4 * SECOND).requestsPerSecond()).isZero();
    }

    @Test
    void requestsThatArrivedAndWereNotLetInWaitAtTheClient() {
        script.request(0, Operation.READ, "a", 10, 50);
        script.request(1, Operation.READ, "a", 20, 60);

        var loads = script.fold(new TierLoads());

        assertThat(
                        List.of(
                                loads.waiting(15),
                                loads.waiting(20),
                                loads.waiting(50),
                                loads.waiting(60)))
                .containsExactly(1L, 2L, 1L, 0L);
    }

    @Test
    void ratesAndRatiosAreOfTheTrailingWindow() {
        for (int i = 0; i < 1_000; i++) {
            long at = i * SECOND / 100;
            script.call(i, i, Tier.REDIS, CallKind.GET, "a", at);
            script.lookedUp(
                    i,
                    at + 1_000 + i % 2 * 1_000L,
                    i < 500 || i % 2 == 0 ? Outcome.HIT : Outcome.MISS);
        }

        var load = script.fold(new TierLoads()).at(Tier.REDIS, 10 * SECOND);

        assertThat(load.callsPerSecond()).isCloseTo(100, within(1.0));
        assertThat(load.hitRatio().orElseThrow()).isCloseTo(0.5, within(0.01));
        assertThat(load.latencyP50()).hasValue(1_000);
        assertThat(load.latencyP99()).hasValue(2_000);
        assertThat(load.calls()).isEqualTo(1_000);
        assertThat(load.hits()).isEqualTo(750);
        assertThat(load.misses()).isEqualTo(250);
    }

    @Test
    void aTierHasFailedUntilItIsSaidToHaveRecovered() {
        script.call(1, 0, Tier.REDIS, CallKind.GET, "a", 10).callFailed(1, 20, "CacheUnavailable");
        script.recovered(Tier.REDIS, 50);

        var loads = script.fold(new TierLoads());

        assertThat(loads.at(Tier.REDIS, 19).failed()).isFalse();
        assertThat(loads.at(Tier.REDIS, 20).failed()).isTrue();
        assertThat(loads.at(Tier.REDIS, 50).failed()).isFalse();
        assertThat(loads.at(Tier.DATABASE, 20).failed()).isFalse();
    }

    @Test
    void pendingWritesRiseWithTheQueueAndFallWithAFlush() {
        script.queued(0, "a", 2, 1, 10).queued(1, "b", 2, 2, 20);
        script.call(
                1,
                new Cause.Background("flush", List.of(0L, 1L)),
                Tier.DATABASE,
                CallKind.FLUSH,
                "a",
                30);
        script.flushed(1, 40, 2, 2);

        var loads = script.fold(new TierLoads());

        assertThat(
                        List.of(
                                loads.pendingWrites(5),
                                loads.pendingWrites(10),
                                loads.pendingWrites(39)))
                .containsExactly(0L, 1L, 2L);
        assertThat(loads.pendingWrites(40)).isZero();
    }

    @Test
    void aFoldThatBeginsInTheMiddleKnowsTheCallsThatEndAfterwards() {
        script.read(0, "a", 5).call(1, 0, Tier.REDIS, CallKind.GET, "a", 10);
        int middle = script.events().size();
        script.lookedUp(1, 30, Outcome.HIT).ended(0, 40, Answer.HIT);
        var loads = new TierLoads();

        script.events().subList(middle, script.events().size()).forEach(loads);

        assertThat(loads.at(Tier.REDIS, 20).inFlight()).isEqualTo(1);
        assertThat(loads.requestsInFlight(20)).isEqualTo(1);
        assertThat(loads.requestsInFlight(40)).isZero();
    }

    private static List<Long> inFlight(TierLoads loads, Tier tier, long... times) {
        return LongStream.of(times).map(time -> loads.at(tier, time).inFlight()).boxed().toList();
    }

    private static long inFlight(List<Event> events, Tier tier, long time) {
        long begun =
                events.stream()
                        .filter(Event.CallStarted.class::isInstance)
                        .map(Event.CallStarted.class::cast)
                        .filter(call -> call.tier() == tier && call.at() <= time)
                        .count();
        long over =
                events.stream()
                        .filter(Event.CallEnded.class::isInstance)
                        .map(Event.CallEnded.class::cast)
                        .filter(call -> call.tier() == tier && call.endedAt() <= time)
                        .count();
        return begun - over;
    }
}
