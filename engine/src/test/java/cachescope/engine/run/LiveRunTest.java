package cachescope.engine.run;

import static cachescope.engine.run.Conservation.assertConserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventFileReader;
import cachescope.engine.event.EventFileWriter;
import cachescope.engine.event.Operation;
import cachescope.engine.projection.ReportRecount;
import cachescope.engine.run.Progress.State;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.FaultText;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.WriteQueue;
import cachescope.engine.traffic.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class LiveRunTest {
    private static LiveWorld world;

    @TempDir Path folder;

    @BeforeAll
    static void openTheWorld() throws RunException {
        world = LiveWorld.open(LiveOptions.BUNDLED);
    }

    @AfterAll
    static void closeTheWorld() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void theReportIsWhatTheSavedLogSaysAndAllAddsUp(PatternName pattern) throws Exception {
        var file = folder.resolve("events.jsonl");
        try (var writer = EventFileWriter.open(file, _ -> {});
                var watched = WatchedRun.start(world, busy(pattern), Pace.MAX, writer)) {
            sendMixed(watched, 300, 6);
            var report = watched.finish();
            writer.close();

            assertThat(watched.run().progress().state()).isEqualTo(State.COMPLETE);
            assertThat(report.requests()).isEqualTo(300);
            assertThat(report.failures()).isEmpty();
            assertConserved(report, watched.events());
            assertThat(report.writesPending() + report.writesLost()).isZero();
            assertThat(saved(file)).isEqualTo(watched.events());
            new ReportRecount(saved(file)).assertAgrees(report);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStrategyChangesInTheMiddleAndNoRequestIsLost(PatternName next) throws Exception {
        try (var watched = WatchedRun.start(world, busy(PatternName.WRITE_BEHIND))) {
            sendMixed(watched, 150, 6);
            watched.run().change(busy(next).withTimeToLive(Duration.ofSeconds(5)));
            watched.await(Event.StrategyChanged.class, _ -> true);
            assertThat(watched.run().strategy().pattern()).isEqualTo(next);
            sendMixed(watched, 150, 6);
            var report = watched.finish();

            assertThat(report.requests()).isEqualTo(300);
            assertConserved(report, watched.events());
            assertThat(report.writesPending() + report.writesLost()).isZero();
            assertOldPatternEndedFirst(watched.events());
        }
    }

    @Test
    void whatIsForTheSimulatedWorldIsRefusedAndChangesNothing() throws Exception {
        var faulty =
                Strategy.DEFAULT.withConditions(
                        Conditions.DEFAULT.withFaults(List.of(FaultText.parse("redis down"))));

        assertThatThrownBy(() -> WatchedRun.start(world, faulty))
                .isInstanceOf(StrategyException.class)
                .hasMessageStartingWith("Faults are for the simulated world");
        try (var watched = WatchedRun.start(world, Strategy.DEFAULT)) {
            assertThatThrownBy(() -> watched.run().change(faulty))
                    .isInstanceOf(StrategyException.class)
                    .hasMessageStartingWith("Faults are for the simulated world");
            assertThat(watched.run().strategy()).isEqualTo(Strategy.DEFAULT);
            watched.finish();
        }
    }

    @Test
    void aStrategyThatIsTooFastForTheSpeedIsRefusedAndChangesNothing() throws Exception {
        try (var watched = WatchedRun.start(world, Strategy.DEFAULT, 10, _ -> {})) {
            var tooFast = Strategy.DEFAULT.withTimeToLive(Duration.ofMillis(100));

            assertThatThrownBy(() -> watched.run().change(tooFast))
                    .isInstanceOf(StrategyException.class)
                    .hasMessageContaining("TTL of 100ms would be 10ms at speed 10");
            assertThatThrownBy(() -> watched.run().speed(100_000))
                    .isInstanceOf(StrategyException.class);
            assertThat(watched.run().strategy()).isEqualTo(Strategy.DEFAULT);
            assertThat(watched.run().speed()).isEqualTo(10);
            watched.ask(Operation.READ, "a");
            assertThat(watched.finish().hits() + watched.run().report().misses()).isEqualTo(1);
        }
    }

    @Test
    void heldTrafficStaysOutUntilItIsLetGoOn() throws Exception {
        try (var watched = WatchedRun.start(world, Strategy.DEFAULT)) {
            watched.ask(Operation.READ, "a");
            watched.run().hold(true);
            watched.send(Operation.READ, "a");
            assertThat(watched.run().isHeld()).isTrue();
            watched.run().change(Strategy.DEFAULT.withTimeToLive(Duration.ofSeconds(9)));
            watched.await(Event.StrategyChanged.class, _ -> true);
            assertThat(watched.events(Event.RequestStarted.class)).hasSize(1);

            watched.run().hold(false);
            watched.awaitAnswers();
            var report = watched.finish();
            assertThat(report.hits()).isEqualTo(1);
            assertThat(watched.events(Event.PaceChanged.class))
                    .extracting(Event.PaceChanged::held)
                    .containsExactly(true, false);
            assertConserved(report, watched.events());
        }
    }

    @Test
    void aRequestOfTheFarFutureComesAtOnceWhenTheSpeedIsRaised() throws Exception {
        try (var watched = WatchedRun.start(world, Strategy.DEFAULT, 1, _ -> {})) {
            watched.ask(Operation.READ, "now");
            watched.send(
                    new Request(
                            Duration.ofHours(10).toNanos(),
                            Operation.READ,
                            "later",
                            10,
                            null,
                            null,
                            List.of()));
            watched.run().speed(Pace.MAX);
            watched.awaitAnswers();

            assertThat(watched.finish().requests()).isEqualTo(2);
        }
    }

    @Test
    void anotherSpeedIsAChangeOfPaceAndNotOneOfTheStrategy() throws Exception {
        try (var watched = WatchedRun.start(world, Strategy.DEFAULT, 1, _ -> {})) {
            watched.ask(Operation.READ, "a");
            watched.run().speed(Pace.MAX);
            watched.ask(Operation.READ, "a");
            watched.run().change(Strategy.DEFAULT.withPattern(PatternName.NO_CACHE));
            watched.await(Event.StrategyChanged.class, _ -> true);
            watched.finish();

            assertThat(watched.events(Event.PaceChanged.class)).hasSize(1);
            assertThat(watched.events(Event.StrategyChanged.class))
                    .extracting(Event.StrategyChanged::change)
                    .containsExactly("pattern cache-aside to no-cache");
        }
    }

    @ParameterizedTest
    @EnumSource
    void stoppedInTheMiddleARunReportsWhatItDid(PatternName pattern) throws Exception {
        try (var watched = WatchedRun.start(world, busy(pattern))) {
            sendMixed(watched, 200, 6);
            watched.await(Event.RequestEnded.class, end -> end.request() == 50);
            watched.run().stop();
            var report = watched.awaitEnd();

            assertThat(watched.run().progress().state()).isEqualTo(State.STOPPED);
            assertThat(report.requests()).isBetween(50L, 200L);
            assertThat(report.writesPending()).isZero();
            assertConserved(report, watched.events());
            assertThat(watched.events(Event.RunEnded.class))
                    .extracting(Event.RunEnded::complete)
                    .containsExactly(false);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CACHE_ASIDE", "WRITE_BEHIND"})
    void toldAgainToStopARunBreaksOffWhatIsUnderWayAndSaysWhatIsLost(PatternName pattern)
            throws Exception {
        var slow = busy(pattern).withDatabaseDelay(Duration.ofMinutes(1));
        try (var watched = WatchedRun.start(world, slow)) {
            watched.send(Operation.WRITE, "a");
            watched.send(Operation.WRITE, "b");
            watched.send(Operation.READ, "c");
            watched.await(Event.CallStarted.class, call -> call.kind() == CallKind.READ);
            stopTwice(watched);
            watched.run().stop();
            var report = watched.awaitEnd();

            assertThat(watched.run().progress().state()).isEqualTo(State.STOPPED);
            assertThat(report.requests()).isEqualTo(3);
            assertThat(report.writesPending()).isZero();
            assertThat(report.writesLost()).isEqualTo(report.writesAcknowledged());
            assertThat(report.writesLost()).isEqualTo(pattern == PatternName.WRITE_BEHIND ? 2 : 0);
            assertConserved(report, watched.events());
        }
    }

    @Test
    void aRunThatIsClosedGivesUpWhatTakesTooLong() throws Exception {
        var slow = busy(PatternName.WRITE_BEHIND).withDatabaseDelay(Duration.ofMinutes(1));
        try (var watched = WatchedRun.start(world, slow)) {
            watched.ask(Operation.WRITE, "a");
            watched.run().close();

            assertThat(watched.run().report().writesLost()).isEqualTo(1);
            assertConserved(watched.run().report(), watched.events());
        }
    }

    private static void stopTwice(WatchedRun watched) {
        watched.run().stop();
        while (watched.run().progress().state() != State.ENDING) {
            LockSupport.parkNanos(1_000_000);
        }
        watched.run().stop();
    }

    @Test
    void aHeldRunCanBeStopped() throws Exception {
        try (var watched = WatchedRun.start(world, Strategy.DEFAULT)) {
            watched.ask(Operation.WRITE, "a");
            watched.run().hold(true);
            watched.send(Operation.READ, "a");
            watched.run().stop();

            assertThat(watched.awaitEnd().requests()).isEqualTo(1);
        }
    }

    @Test
    void trafficThatTurnsOutToBeWrongEndsTheRunWithItsSentence() throws Exception {
        try (var watched = WatchedRun.start(world, busy(PatternName.WRITE_BEHIND))) {
            sendMixed(watched, 60, 4);
            watched.traffic()
                    .breakOff(
                            "x.jsonl, line 61: op: expected READ, WRITE or DELETE, found \"FROB\"");
            var report = watched.awaitEnd();

            assertThat(watched.run().progress().state()).isEqualTo(State.FAILED);
            assertThat(watched.run().progress().message())
                    .isEqualTo(
                            "x.jsonl, line 61: op: expected READ, WRITE or DELETE, found \"FROB\"");
            assertThat(watched.run().progress().isWrongInput()).isTrue();
            assertThat(report.requests()).isEqualTo(60);
            assertThat(report.writesPending()).isZero();
            assertConserved(report, watched.events());
        }
    }

    @Test
    void nothingIsAppendedAfterTheEnd() throws Exception {
        try (var watched = WatchedRun.start(world, Strategy.DEFAULT)) {
            watched.ask(Operation.READ, "a");
            watched.finish();

            watched.run().hold(true);
            watched.run().speed(3);
            watched.run().change(Strategy.DEFAULT.withPattern(PatternName.NO_CACHE));
            watched.run().close();

            assertThat(watched.events().getLast()).isInstanceOf(Event.RunEnded.class);
        }
    }

    @Test
    void aRunCanBeClosedTwiceAndBeforeItStarted() throws Exception {
        var watched = WatchedRun.start(world, busy(PatternName.WRITE_BEHIND));
        watched.ask(Operation.WRITE, "a");
        watched.close();
        watched.close();
        assertThat(watched.run().progress().state()).isEqualTo(State.STOPPED);
        assertThat(watched.run().report().writesPending()).isZero();
    }

    private static void assertOldPatternEndedFirst(List<Event> events) {
        int changed =
                events.indexOf(
                        events.stream()
                                .filter(Event.StrategyChanged.class::isInstance)
                                .findFirst()
                                .orElseThrow());
        var before = events.subList(0, changed);
        assertThat(before.stream().filter(Event.RequestStarted.class::isInstance).count())
                .isEqualTo(before.stream().filter(Event.RequestEnded.class::isInstance).count());
        long queued = before.stream().filter(Event.WriteQueued.class::isInstance).count();
        long coalesced = before.stream().filter(Event.WriteCoalesced.class::isInstance).count();
        long flushed =
                before.stream()
                        .filter(Event.BatchFlushed.class::isInstance)
                        .mapToLong(event -> ((Event.BatchFlushed) event).writes())
                        .sum();
        assertThat(flushed + coalesced).as("what the old pattern owed").isEqualTo(queued);
    }

    /**
     * Short lives, many at once and a slow database: so that loads overlap, entries expire and
     * refreshes happen.
     */
    private static Strategy busy(PatternName pattern) {
        return Strategy.DEFAULT
                .withPattern(pattern)
                .withTimeToLive(Duration.ofMillis(40))
                .withDatabaseDelay(Duration.ofMillis(2))
                .withConcurrency(16)
                .withWriteQueue(
                        new WriteQueue(Duration.ofMillis(20), 7, 9, 3, Duration.ofMillis(10)));
    }

    private static void sendMixed(WatchedRun watched, int requests, int keys) {
        var random = new SplittableRandom(7);
        for (int i = 0; i < requests; i++) {
            var key = "key " + random.nextInt(keys);
            int dice = random.nextInt(10);
            watched.send(
                    dice < 6 ? Operation.READ : dice < 9 ? Operation.WRITE : Operation.DELETE, key);
        }
    }

    private static List<Event> saved(Path file) throws Exception {
        var events = new ArrayList<Event>();
        try (var reader = EventFileReader.open(file)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                events.add(next.get());
            }
        }
        return events;
    }
}
