package cachescope.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.ClusterPlan;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.fixture.SyntheticMessages;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.event.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyframesTest {
    private static final long SECOND = 1_000_000_000L;

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStateAtAnyTimeIsThatOfAFoldFromTheStart(long seed) {
        var random = new SplittableRandom(seed);
        var log = log(seed, random);
        var keyframes =
                keyframes(log, new Keyframes(random.nextInt(500, 4_000), random.nextInt(4, 60)));
        var seeker = new Seeker(log, keyframes);
        for (int i = 0; i < 8; i++) {
            long time = random.nextLong(log.lastAt() + SECOND);
            var fromStart = new Fold();
            var extent = Ahead.of(log, time);
            fromStart.advance(log, extent, () -> false);
            var sought = seeker.at(time).fold();
            assertThat(sought.cursor()).as("time %d", time).isEqualTo(extent.end());
            assertThat(state(sought, time)).as("time %d", time).isEqualTo(state(fromStart, time));
        }
        seeker.close();
        log.close();
    }

    @Test
    void afterASeekTheFoldGoesOnAsIfItHadBegunAtTheStart() {
        var log = SyntheticLog.of(5, 12_000, 2_000, 3);
        var seeker = new Seeker(log, keyframes(log, new Keyframes(2_000, 100)));
        var sought = seeker.at(3 * SECOND).fold();
        var other = seeker.at(3 * SECOND).fold();
        var fromStart = new Fold();
        long end = sought.cursor() + 15_000;
        other.advance(log, Ahead.Extent.upTo(log.size()), () -> false);
        sought.advance(log, Ahead.Extent.upTo(end), () -> false);
        fromStart.advance(log, Ahead.Extent.upTo(end), () -> false);
        assertThat(state(sought, 4 * SECOND)).isEqualTo(state(fromStart, 4 * SECOND));
        seeker.close();
    }

    @Test
    void whatIsRehearsedChangesNothingThatIsSoughtLater() {
        var log = SyntheticLog.of(5, 6_000, 2_000, 3);
        var keyframes = new Keyframes(256, 1_000);
        var rehearsal = new Rehearsal(log, keyframes);
        var fold = new Fold();
        while (fold.cursor() < log.size()) {
            long end = Math.min(log.size(), fold.cursor() + 256);
            fold.advance(log, Ahead.Extent.upTo(end), () -> false);
            keyframes.offer(fold);
            rehearsal.goOn(() -> false);
        }
        assertThat(keyframes.size()).isGreaterThan(60);
        try (var seeker = new Seeker(log, keyframes)) {
            for (long time = 0; time < log.lastAt(); time += SECOND / 4) {
                var fromStart = new Fold();
                fromStart.advance(log, Ahead.of(log, time), () -> false);
                assertThat(state(seeker.at(time).fold(), time))
                        .as("time %d", time)
                        .isEqualTo(state(fromStart, time));
            }
        }
    }

    @Test
    void theyGrowNoMoreThanTheirLimitHoweverLongTheLog() {
        var log = SyntheticLog.of(1, 4_000, 500, 1);
        var keyframes = keyframes(log, new Keyframes(100, 20));
        assertThat(keyframes.size()).isBetween(10, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePresentAtAnyTimeIsThatOfAFoldFromTheStart(long seed) {
        var random = new SplittableRandom(seed);
        var guard = List.of("none", "lock", "xfetch").get((int) (seed % 3));
        var log = SyntheticMessages.of(ClusterPlan.DEFAULT.withSeed(seed).withGuard(guard));
        var seeker = new Seeker(log, keyframes(log, new Keyframes(1_500, 50)));
        var walking = new Fold();
        for (long time = 0; time < log.lastAt() + SECOND; time += random.nextLong(SECOND / 2)) {
            var extent = Ahead.of(log, time);
            var fromStart = new Fold();
            fromStart.advance(log, extent, () -> false);
            walking.advance(log, extent, () -> false);
            var present = present(fromStart, time);
            assertThat(present(walking, time)).as("walking to %d", time).isEqualTo(present);
            assertThat(present(seeker.at(time).fold(), time))
                    .as("sought at %d", time)
                    .isEqualTo(present);
        }
        seeker.close();
    }

    private static List<Object> present(Fold fold, long time) {
        var present = fold.shown().present();
        var key = "product:4711";
        return List.of(
                present.fanOut().totals(),
                present.fanOut().nodes(),
                present.fanOut().messages(),
                present.fanOut().copies(key),
                present.fanOut().near("app-2", key, time),
                present.fanOutAhead().messages(),
                present.stampedes().busiest(),
                present.stampedes().of(key),
                present.stampedes().readers(key));
    }

    private static EventLog log(long seed, SplittableRandom random) {
        int requests = random.nextInt(200, 8_000);
        var log = seed % 2 == 0 ? new EventLog() : new EventLog(History.SPILL, 4_096);
        return random.nextInt(3) == 0
                ? SyntheticLog.withChanges(seed, requests, random.nextInt(300, 3_000))
                : SyntheticLog.into(
                        log, seed, requests, random.nextInt(300, 60_000), random.nextInt(1, 5));
    }

    private static Keyframes keyframes(EventLog log, Keyframes keyframes) {
        var fold = new Fold();
        while (fold.cursor() < log.size()) {
            fold.advance(
                    log, Ahead.Extent.upTo(Math.min(log.size(), fold.cursor() + 256)), () -> false);
            keyframes.offer(fold);
        }
        return keyframes;
    }

    /** All that the screens ask of a state, at the time and a while before. */
    private static List<Object> state(Fold fold, long time) {
        var shown = fold.shown();
        return LongStream.of(time, time - SECOND / 100, time - SECOND, 0)
                .boxed()
                .map(at ->
                        List.<Object>of(
                                shown.journeys().overlapping(at - SECOND / 2, at),
                                shown.journeys().completeFrom(),
                                shown.journeys().untracked(),
                                shown.tierLoads().pendingWrites(at),
                                Arrays.stream(Tier.values())
                                        .map(tier -> shown.tierLoads().at(tier, at))
                                        .toList(),
                                Arrays.stream(Tier.values())
                                        .map(tier -> shown.tierLatencies().at(tier, at))
                                        .toList(),
                                shown.feed().upTo(at, 1_000)))
                .map(Object.class::cast)
                .toList();
    }
}
