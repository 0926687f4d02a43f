package cachescope.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.ClusterPlan;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.fixture.SyntheticMessages;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameClockTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long FRAME = 16_666_667L;

    private final Playhead playhead = new Playhead();
    private final FrameClock clock = new FrameClock(playhead);
    private final List<Frame> frames = new ArrayList<>();
    private long wall;

    FrameClockTest() {
        clock.addScreen(frames::add);
    }

    @Test
    void playsALogFromItsStart() {
        clock.openAtStart(SyntheticLog.of(1, 2_000, 500, 1));
        tick(60);
        assertThat(playhead.time()).isBetween(SECOND * 9 / 10, SECOND * 11 / 10);
        assertThat(frames.getLast().time()).isEqualTo(playhead.time());
    }

    @Test
    void turnsToAnotherLogAtTheSameTimeAndKeepsTheFirstBesideIt() {
        var first = SyntheticLog.of(1, 20_000, 500, 1);
        var second = SyntheticLog.of(2, 10_000, 500, 2);
        clock.openAtStart(first);
        playhead.pause();
        settle();
        assertThat(frames.getLast().beside()).isEmpty();
        clock.readAhead(second);
        clock.turnTo(second, 5 * SECOND, Optional.of(first));
        settle();
        var frame = frames.getLast();
        assertThat(frame.log()).isSameAs(second);
        assertThat(frame.time()).isEqualTo(5 * SECOND);
        assertThat(frame.playing()).isFalse();
        assertThat(frame.beside().map(Beside::liveEdge)).contains(first.lastAt());
        clock.turnTo(first, playhead.time(), Optional.of(second));
        settle();
        assertThat(frames.getLast().log()).isSameAs(first);
        assertThat(frames.getLast().beside().map(Beside::liveEdge)).contains(second.lastAt());
        clock.openAtStart(second);
        settle();
        assertThat(frames.getLast().beside()).isEmpty();
    }

    @Test
    void showsNothingAgainWhereNothingChanged() {
        clock.openAtStart(SyntheticLog.of(1, 500, 500, 1));
        playhead.pause();
        settle();
        int shown = frames.size();
        tick(20);
        assertThat(frames).hasSize(shown);
        clock.requestFrame();
        tick(1);
        assertThat(frames).hasSize(shown + 1);
    }

    @Test
    void seeksBackToTheVerySameNumbers() {
        var log = SyntheticLog.of(1, 10_000, 500, 1);
        clock.openAtStart(log);
        playhead.seek(12 * SECOND);
        playhead.pause();
        settle();
        var load = frames.getLast().shown().tierLoads().at(Tier.REDIS, 12 * SECOND);
        playhead.seek(18 * SECOND);
        settle();
        playhead.seek(12 * SECOND);
        settle();
        var again = frames.getLast().shown().tierLoads().at(Tier.REDIS, 12 * SECOND);
        assertThat(frames.getLast().time()).isEqualTo(12 * SECOND);
        assertThat(again).isEqualTo(load);
    }

    @Test
    void stepsToTheNextEventAndBack() {
        var log = SyntheticLog.of(1, 500, 500, 1);
        clock.openAtStart(log);
        playhead.seek(SECOND / 2);
        playhead.pause();
        settle();
        long from = playhead.time();
        playhead.step(1);
        settle();
        long next = playhead.time();
        assertThat(next).isGreaterThan(from).isEqualTo(atOf(log, log.firstSeqAtOrAfter(from + 1)));
        assertThat(playhead.isPlaying()).isFalse();
        playhead.step(-1);
        settle();
        assertThat(playhead.time()).isLessThan(next);
    }

    @Test
    void atTheLogsEndAStepBackShowsThePresentAsItWas() {
        var log = SyntheticMessages.of(ClusterPlan.DEFAULT);
        long early = log.lastAt() - FrameClock.AHEAD_NANOS / 2;
        clock.openAtStart(log);
        playhead.pause();
        playhead.seek(early);
        settle();
        var before = reads();
        playhead.seek(log.lastAt());
        settle();
        assertThat(reads()).isGreaterThan(before);
        playhead.seek(early);
        settle();
        assertThat(reads()).isEqualTo(before);
    }

    private long reads() {
        var stampedes = frames.getLast().shown().present().stampedes();
        return stampedes.of("product:4711").orElseThrow().demand().reads();
    }

    @Test
    void staysWhereThereIsNoNextEvent() {
        clock.openAtStart(SyntheticLog.of(1, 500, 500, 1));
        playhead.seek(30 * SECOND);
        playhead.step(1);
        tick(50);
        assertThat(playhead.time()).isEqualTo(30 * SECOND);
    }

    @Test
    void followsTheEndOfALogThatGrows() {
        var log = new EventLog();
        clock.open(log);
        for (int i = 0; i < 200; i++) {
            long at = 2 * SECOND + i * FRAME;
            log.append(seq -> new Event.TierRecovered(seq, at, Tier.REDIS));
            tick(1);
        }
        long lag = log.lastAt() - playhead.time();
        assertThat(playhead.isFollowing()).isTrue();
        assertThat(lag).isBetween(0L, 300_000_000L);
    }

    @Test
    void followsAnotherLogFromItsOwnEndAndNotFromThatOfTheLogBefore() {
        clock.open(SyntheticLog.of(1, 20_000, 500, 1));
        tick(10);
        var next = new EventLog();
        next.append(seq -> new Event.TierRecovered(seq, SECOND, Tier.REDIS));
        clock.open(next);
        assertThat(playhead.isFollowing()).isTrue();
        assertThat(playhead.time()).isEqualTo(SECOND - Playhead.LIVE_LAG_NANOS);
        tick(1);
        assertThat(frames.getLast().log()).isSameAs(next);
        assertThat(frames.getLast().time()).isLessThan(2 * SECOND);
    }

    @Test
    void playsAnotherLogFromItsStartAtTheRateThatWasChosen() {
        playhead.rateProperty().set(0.01);
        clock.open(SyntheticLog.of(1, 2_000, 500, 1));
        tick(60);
        assertThat(playhead.rate()).isEqualTo(0.01);
        assertThat(playhead.isPlaying()).isTrue();
        assertThat(playhead.time()).isBetween(SECOND / 200, SECOND / 50);
    }

    @Test
    void stopsSoonAfterTheEndOfARunThatIsOver() {
        clock.openAtStart(SyntheticLog.of(1, 500, 500, 1));
        settle();
        tick(60 * 10);
        assertThat(playhead.isPlaying()).isFalse();
        assertThat(frames.getLast().ended()).isTrue();
        assertThat(playhead.time())
                .isBetween(frames.getLast().liveEdge(), frames.getLast().liveEdge() + 5 * SECOND);
    }

    @Test
    void knowsWhenATierWasLost() {
        clock.openAtStart(SyntheticLog.withOutage(3, 2_000, 500, SECOND, 3 * SECOND));
        settle();
        var course = frames.getLast().whole().course();
        assertThat(course.outageAt(Tier.REDIS, SECOND / 2)).isEmpty();
        assertThat(course.outageAt(Tier.REDIS, 2 * SECOND)).isPresent();
        assertThat(course.outageAt(Tier.DATABASE, 2 * SECOND)).isEmpty();
    }

    @Test
    void keepsTheOldPictureUntilASeekIsThere() {
        var log = SyntheticLog.of(1, 20_000, 1_000, 1);
        clock.openAtStart(log);
        playhead.pause();
        settle();
        playhead.seek(15 * SECOND);
        long seen = 0;
        while (seen < 15 * SECOND) {
            tick(1);
            seen = frames.getLast().time();
            assertThat(seen).isIn(0L, 15 * SECOND);
            long calls = frames.getLast().shown().tierLoads().at(Tier.APP, seen).calls();
            assertThat(calls).isEqualTo(seen == 0 ? 0 : endedBefore(log, seen));
        }
    }

    @Test
    void countsTheWholeRunAfterASeekAndNotAStretchOfIt() {
        var log = SyntheticLog.of(1, 30_000, 1_000, 1);
        clock.openAtStart(log);
        playhead.pause();
        playhead.seek(25 * SECOND);
        settle();
        var load = frames.getLast().shown().tierLoads().at(Tier.APP, 25 * SECOND);
        assertThat(load.calls()).isEqualTo(endedBefore(log, 25 * SECOND));
    }

    @Test
    void passesOverIdleTimeIfItIsWished() {
        var log = new EventLog();
        for (long at : new long[] {0, SECOND, 60 * SECOND, 61 * SECOND}) {
            log.append(seq -> new Event.TierRecovered(seq, at, Tier.REDIS));
        }
        clock.openAtStart(log);
        tick(60 * 4);
        assertThat(playhead.time()).isBetween(3 * SECOND, 5 * SECOND);
        assertThat(playhead.skippedProperty().get()).isZero();
        playhead.skippingIdleProperty().set(true);
        tick(1);
        assertThat(playhead.time()).isBetween(59 * SECOND, 60 * SECOND);
        assertThat(playhead.skippedProperty().get()).isBetween(54 * SECOND, 57 * SECOND);
        tick(60 * 4);
        assertThat(playhead.skippedProperty().get()).isZero();
    }

    @Test
    void saysThatALogIsOverThatDoesNotEndAsARunDoes() {
        var log = SyntheticLog.withOutage(3, 500, 500, SECOND, SECOND);
        clock.openAtStart(log);
        settle();
        assertThat(frames.getLast().ended()).isFalse();
        clock.endsHere();
        tick(60 * 10);
        assertThat(frames.getLast().ended()).isTrue();
        assertThat(playhead.isPlaying()).isFalse();
    }

    private static long endedBefore(EventLog log, long time) {
        long[] ended = {0};
        log.read(
                0,
                Integer.MAX_VALUE,
                event -> {
                    if (event instanceof Event.RequestEnded && event.at() <= time) {
                        ended[0]++;
                    }
                });
        return ended[0];
    }

    private static long atOf(EventLog log, long seq) {
        long[] at = {-1};
        log.read(seq, 1, event -> at[0] = event.at());
        return at[0];
    }

    @AfterEach
    void close() {
        clock.close();
    }

    /** Goes on without time until all is folded and shown. */
    private void settle() {
        long begun = System.nanoTime();
        do {
            clock.handle(wall);
            assertThat(System.nanoTime() - begun).isLessThan(20 * SECOND);
        } while (!clock.isUpToDate());
    }

    private void tick(int times) {
        for (int i = 0; i < times; i++) {
            clock.handle(wall += FRAME);
        }
    }
}
