package cachescope.engine.strategy.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventFileReader;
import cachescope.engine.event.EventFileWriter;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.StrategyJson;
import cachescope.engine.strategy.latency.Distribution;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.LogNormal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class LatencyMeasurementTest {
    private static final Cause CAUSE = new Cause.Request(0);
    private static final Strategy DELAYED =
            Strategy.DEFAULT.withDatabaseDelay(Duration.ofMillis(20));

    @TempDir Path folder;

    /** Appends the events of a run. */
    @FunctionalInterface
    private interface Steps {
        void append(EventLog log);
    }

    private Path saved(Strategy strategy, double speed, Steps steps) throws EventFileException {
        var file = folder.resolve("run.jsonl");
        try (var log = new EventLog();
                var writer = EventFileWriter.open(file, reason -> {})) {
            log.observe(writer);
            log.append(seq ->
                    new Event.RunStarted(
                            seq,
                            0,
                            Event.RunStarted.FORMAT_VERSION,
                            "live",
                            1,
                            speed,
                            StrategyJson.tree(strategy),
                            JsonNodeFactory.instance.objectNode()));
            steps.append(log);
        }
        return file;
    }

    private static LatencyMeasurement measure(Path log)
            throws EventFileException, StrategyException {
        return LatencyMeasurement.of(log, LatencyModel.DEFAULT);
    }

    private static Span span(long call, long startedAt, long endedAt, Tier tier) {
        return new Span(call, startedAt, endedAt, endedAt, CAUSE, "app-1", tier, List.of());
    }

    private static void cacheRead(EventLog log, long nanos) {
        log.append(seq ->
                new Event.CacheRead(
                        seq, span(seq, 1_000, 1_000 + nanos, Tier.REDIS), "k", Outcome.HIT, 1));
    }

    private static void recordRead(EventLog log, long nanos) {
        log.append(seq ->
                new Event.RecordRead(
                        seq, span(seq, 1_000, 1_000 + nanos, Tier.DATABASE), "k", 1, true, true));
    }

    private static void changed(EventLog log, Strategy strategy) {
        log.append(
                seq -> new Event.StrategyChanged(seq, 0, "changed", StrategyJson.tree(strategy)));
    }

    private static void times(int calls, Runnable call) {
        for (int i = 0; i < calls; i++) {
            call.run();
        }
    }

    private static double median(LatencyMeasurement measurement, Tier tier) {
        return measurement.model().of(tier).medianNanos();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void latenciesThatWereDrawnAreFoundAgainInTheLog(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        Distribution truth = new LogNormal(Duration.ofNanos(50_000), Duration.ofMillis(1));
        var log =
                saved(
                        Strategy.DEFAULT,
                        0,
                        events -> times(20_000, () -> cacheRead(events, truth.draw(random))));

        var found = measure(log).model().of(Tier.REDIS);

        assertThat(found.medianNanos()).isCloseTo(50_000, Percentage.withPercentage(5));
        var draws = random.longs(20_000).map(_ -> found.draw(random)).sorted().toArray();
        assertThat(draws[10_000]).isCloseTo(50_000, Percentage.withPercentage(5));
        assertThat(draws[19_800]).isCloseTo(1_000_000, Percentage.withPercentage(12));
    }

    @Test
    void theDelayThatTheStrategyAddedIsTakenOffTheDatabaseAndNoOtherTier() throws Exception {
        var log =
                saved(
                        DELAYED,
                        0,
                        events -> {
                            times(100, () -> recordRead(events, 21_000_000));
                            times(100, () -> cacheRead(events, 30_000_000));
                        });

        var measurement = measure(log);

        assertThat(median(measurement, Tier.DATABASE)).isCloseTo(1e6, Percentage.withPercentage(2));
        assertThat(median(measurement, Tier.REDIS)).isCloseTo(30e6, Percentage.withPercentage(1));
    }

    @Test
    void whatIsTakenOffIsTheDelayInForce() throws Exception {
        var log =
                saved(
                        DELAYED,
                        10,
                        events -> {
                            times(60, () -> recordRead(events, 3_000_000));
                            events.append(seq -> new Event.PaceChanged(seq, 0, 2, false));
                            times(30, () -> recordRead(events, 3_000_000));
                            changed(events, DELAYED);
                            times(60, () -> recordRead(events, 11_000_000));
                            changed(events, Strategy.DEFAULT);
                            times(60, () -> recordRead(events, 1_000_000));
                        });

        var database = measure(log).model().of(Tier.DATABASE);

        var random = new SplittableRandom(1);
        assertThat(random.longs(100).map(_ -> database.draw(random)).boxed())
                .allSatisfy(nanos ->
                        assertThat(nanos).isCloseTo(1_000_000, Percentage.withPercentage(1)));
    }

    @Test
    void aDelayIsNotTakenOffMoreThanThereIs() throws Exception {
        var log = saved(DELAYED, 0, events -> times(100, () -> recordRead(events, 5)));

        assertThat(median(measure(log), Tier.DATABASE)).isZero();
    }

    @Test
    void aCallIsCountedOnceAndOnlyIfItWentWell() throws Exception {
        var log =
                saved(
                        Strategy.DEFAULT,
                        0,
                        events -> {
                            times(100, () -> recordRead(events, 1_000));
                            times(300, () -> failed(events));
                            times(300, () -> batched(events));
                            times(300, () -> evicted(events));
                        });

        var measurement = measure(log);

        assertThat(measurement.model().of(Tier.DATABASE).draw(() -> -1L)).isLessThan(1_001);
        assertThat(measurement.remark()).get().asString().contains("REDIS 0");
    }

    private static void failed(EventLog log) {
        log.append(seq ->
                new Event.TierFailed(
                        seq,
                        span(seq, 0, 9_000, Tier.DATABASE),
                        CallKind.READ,
                        "k",
                        "DatabaseUnavailable",
                        "gone"));
    }

    private static void batched(EventLog log) {
        log.append(seq ->
                new Event.RecordWritten(seq, span(seq, 0, 9_000, Tier.DATABASE), "k", 2, true, 0));
    }

    private static void evicted(EventLog log) {
        log.append(seq ->
                new Event.CacheRemoved(seq, span(seq, 0, 0, Tier.REDIS), "k", Removal.EVICTED, 0));
    }

    @Test
    void aTierWithTooFewCallsKeepsWhatItHadAndIsNamed() throws Exception {
        var before = LatencyModel.DEFAULT.with(Tier.DATABASE, new Fixed(Duration.ofMillis(7)));
        var log =
                saved(
                        Strategy.DEFAULT,
                        0,
                        events -> {
                            times(100, () -> cacheRead(events, 1_000));
                            times(99, () -> recordRead(events, 1_000));
                        });

        var measurement = LatencyMeasurement.of(log, before);

        assertThat(measurement.model())
                .isEqualTo(before.with(Tier.REDIS, measurement.model().of(Tier.REDIS)));
        assertThat(measurement.remark())
                .contains(
                        log
                                + " has too few calls to measure some tiers (NEAR_CACHE 0, EDGE 0, DATABASE 99;"
                                + " 100 are needed), which keep NEAR_CACHE=100ns, EDGE=10ms..50ms, DATABASE=7ms.");
    }

    @Test
    void aLogWithTooFewCallsIsRefused() throws Exception {
        var log = saved(Strategy.DEFAULT, 0, events -> times(99, () -> cacheRead(events, 1_000)));

        assertThatThrownBy(() -> measure(log))
                .isInstanceOf(StrategyException.class)
                .hasMessage(
                        log
                                + " has too few calls (NEAR_CACHE 0, REDIS 99, EDGE 0, DATABASE 0):"
                                + " expected 100 of one tier or more");
    }

    @Test
    void aLogThatIsStillOpenIsMeasuredAsItsSavedFormIs() throws Exception {
        var random = new SplittableRandom(1);
        var open = new EventLog(History.SPILL, 1);
        var file =
                saved(
                        DELAYED,
                        0,
                        events -> {
                            times(9_000, () -> cacheRead(events, random.nextLong(1, 90_000)));
                            times(99, () -> recordRead(events, 21_000_000));
                        });
        try (open;
                var reader = EventFileReader.open(file)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                var event = next.get();
                open.append(_ -> event);
            }

            var measurement =
                    LatencyMeasurement.of(open, "this run", LatencyModel.DEFAULT, () -> false);

            assertThat(measurement.model()).isEqualTo(measure(file).model());
            assertThat(measurement.calls())
                    .containsEntry(Tier.REDIS, 9_000L)
                    .containsEntry(Tier.DATABASE, 99L)
                    .containsEntry(Tier.EDGE, 0L);
            assertThat(measurement.remark()).get().asString().startsWith("this run has too few");
            assertThatThrownBy(() ->
                            LatencyMeasurement.of(
                                    open, "this run", LatencyModel.DEFAULT, () -> true))
                    .hasMessageStartingWith("this run has too few calls");
        }
    }

    @Test
    void whatIsNoLogIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("x.jsonl"), "{}\n");

        assertThatThrownBy(() -> measure(file))
                .isInstanceOf(EventFileException.class)
                .hasMessageStartingWith(file + " line 1: not an event log");
    }
}
