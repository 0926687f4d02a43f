package cachescope.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.traffic.generator.GeneratedTraffic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The recordings in assets/traffic are what their README says. */
class BundledRecordingsTest {
    private static final Path RECORDINGS = Path.of("..", "assets", "traffic");
    private static final long SEED = 20_260_101;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maven-build-file-reads.jsonl.gz",
                "redis-monitor-sessions.monitor.gz",
                "generated-flash-sale.jsonl.gz",
                "generated-nightly-scan.jsonl.gz",
                "generated-write-heavy-counters.jsonl.gz"
            })
    void aRecordingIsPleasantToWatch(String name) throws TrafficException {
        var summary = summary(TrafficFile.of(RECORDINGS.resolve(name), ReadingOptions.DEFAULT));
        assertThat(summary.requests()).isBetween(5_000L, 100_000L);
        assertThat(summary.seconds()).isBetween(60.0, 480.0);
        assertThat(summary.requests() / summary.seconds()).isBetween(100.0, 1_500.0);
        assertThat(summary.uniqueKeys()).isLessThan(summary.reads() + summary.writes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"maven-build-file-reads.jsonl.gz", "redis-monitor-sessions.monitor.gz"})
    void aRecordingOfARealProgramReadsWritesAndDeletes(String name) throws TrafficException {
        var summary = summary(TrafficFile.of(RECORDINGS.resolve(name), ReadingOptions.DEFAULT));
        assertThat(summary.reads()).isGreaterThan(summary.writes());
        assertThat(summary.writes()).isPositive();
        assertThat(summary.deletes()).isPositive();
    }

    @Test
    void theMavenBuildNamesNoPathOfTheMachineItRanOn() throws TrafficException {
        var traffic =
                TrafficFile.of(
                        RECORDINGS.resolve("maven-build-file-reads.jsonl.gz"),
                        ReadingOptions.DEFAULT);
        assertThat(Recordings.requests(traffic))
                .extracting(Request::key)
                .allMatch(key -> key.matches("(jdk|maven|project|repository)/[^/].*"));
    }

    @Test
    void theMonitorRecordingHasTimesToLive() throws TrafficException {
        var traffic =
                TrafficFile.of(
                        RECORDINGS.resolve("redis-monitor-sessions.monitor.gz"),
                        ReadingOptions.DEFAULT);
        assertThat(Recordings.requests(traffic))
                .extracting(Request::timeToLive)
                .contains(Duration.ofSeconds(20), Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @MethodSource("generated")
    void aGeneratedRecordingIsWhatItsSeedGives(GeneratedTraffic traffic)
            throws IOException, TrafficException {
        var file = RECORDINGS.resolve(traffic.name() + ".jsonl.gz");
        try (var recorded = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(recorded.readAllBytes())
                    .isEqualTo(written(traffic).getBytes(StandardCharsets.UTF_8));
        }
    }

    static List<GeneratedTraffic> generated() {
        return List.of(
                GeneratedTraffic.flashSale(SEED, 36_000, Duration.ofMinutes(2)),
                GeneratedTraffic.nightlyScan(SEED, 48_000, Duration.ofMinutes(3)),
                GeneratedTraffic.writeHeavyCounters(SEED, 36_000, Duration.ofMinutes(2)));
    }

    private static TrafficSummary summary(Traffic traffic) throws TrafficException {
        var tally = new TrafficTally();
        Recordings.requests(traffic).forEach(tally::add);
        return tally.summary();
    }

    private static String written(Traffic traffic) throws IOException, TrafficException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new JsonLinesWriter(bytes)) {
            for (var request : Recordings.requests(traffic)) {
                writer.write(request);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
