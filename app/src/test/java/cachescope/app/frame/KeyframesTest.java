package cachescope.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.SyntheticLog;
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
            long end = Ahead.seqFor(log, time);
            fromStart.advance(log, end, () -> false);
            var sought = seeker.at(time).fold();
            assertThat(sought.cursor()).as("time %d", time).isEqualTo(end);
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
        other.advance(log, log.size(), () -> false);
        sought.advance(log, end, () -> false);
        fromStart.advance(log, end, () -> false);
        assertThat(state(sought, 4 * SECOND)).isEqualTo(state(fromStart, 4 * SECOND));
        seeker.close();
    }

    @Test
    void theyGrowNoMoreThanTheirLimitHoweverLongTheLog() {
        var log = SyntheticLog.of(1, 4_000, 500, 1);
        var keyframes = keyframes(log, new Keyframes(100, 20));
        assertThat(keyframes.size()).isBetween(10, 20);
    }

    private static EventLog log(long seed, SplittableRandom random) {
        int requests = random.nextInt(200, 14_000);
        var log = seed % 2 == 0 ? new EventLog() : new EventLog(History.SPILL, 4_096);
        return random.nextInt(3) == 0
                ? SyntheticLog.withChanges(seed, requests, random.nextInt(300, 3_000))
                : SyntheticLog.into(
                        log, seed, requests, random.nextInt(300, 60_000), random.nextInt(1, 5));
    }

    private static Keyframes keyframes(EventLog log, Keyframes keyframes) {
        var fold = new Fold();
        while (fold.cursor() < log.size()) {
            fold.advance(log, Math.min(log.size(), fold.cursor() + 256), () -> false);
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
