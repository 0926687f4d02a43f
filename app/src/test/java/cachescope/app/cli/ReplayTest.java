package cachescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventFileReader;
import cachescope.engine.strategy.PatternName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class ReplayTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FLASH_SALE = Program.recording("generated-flash-sale.jsonl.gz");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void everyPatternReplaysABundledRecording(PatternName pattern) {
        var ended = replay("--limit", "300", "--json", "--pattern", pattern.label()).assertDone();

        var report = JSON.readTree(ended.output());
        assertThat(ended.output()).hasLineCount(1);
        assertThat(report.get("requests").asLong()).isEqualTo(300);
        assertThat(count(report, "hits") + count(report, "misses") + count(report, "unanswered"))
                .isEqualTo(count(report, "reads"));
        assertThat(report.get("strategy").get("pattern").asString()).isEqualTo(pattern.label());
        assertThat(report.get("failures").isEmpty()).isTrue();
    }

    @Test
    void writeBackIsAnotherNameOfWriteBehind() {
        var ended = replay("--limit", "5", "--json", "--pattern", "write-back").assertDone();

        assertThat(JSON.readTree(ended.output()).get("strategy").get("pattern").asString())
                .isEqualTo("write-behind");
    }

    @Test
    void theJsonReportHasTheFieldsOfTheContractInItsOrder() {
        var report = JSON.readTree(replay("--limit", "20", "--json").assertDone().output());

        assertThat(report.propertyNames())
                .containsExactly(
                        "requests",
                        "reads",
                        "writes",
                        "deletes",
                        "hits",
                        "misses",
                        "unanswered",
                        "hitRatio",
                        "tiers",
                        "recordReads",
                        "recordWrites",
                        "recordBatches",
                        "staleReads",
                        "maxStalenessMillis",
                        "meanStalenessMillis",
                        "unflushedReads",
                        "stampedes",
                        "maxConcurrentLoads",
                        "duplicateLoads",
                        "earlyRefreshes",
                        "lockWaits",
                        "lockTimeouts",
                        "messagesPublished",
                        "messagesDelivered",
                        "messagesLost",
                        "entriesOrphaned",
                        "orphanedBytesMax",
                        "writesAcknowledged",
                        "writesFlushed",
                        "writesCoalesced",
                        "writesPending",
                        "writesLost",
                        "failures",
                        "warnings",
                        "latencyMicros",
                        "elapsedSeconds",
                        "requestsPerSecond",
                        "world",
                        "seed",
                        "speed",
                        "strategy",
                        "redisVersion",
                        "sqliteVersion",
                        "traffic");
        assertThat(report.get("tiers").propertyNames())
                .containsExactly("NEAR_CACHE", "REDIS", "EDGE");
        assertThat(report.get("tiers").get("REDIS").propertyNames())
                .containsExactly("hits", "misses", "hitRatio", "evictions", "expirations");
        assertThat(report.get("latencyMicros").propertyNames()).containsExactly("read", "write");
        assertThat(report.get("latencyMicros").get("read").propertyNames())
                .containsExactly("p50", "p90", "p99", "p999", "max");
        assertThat(report.get("traffic").propertyNames())
                .containsExactly(
                        "file",
                        "format",
                        "requests",
                        "uniqueKeys",
                        "uniqueKeysEstimated",
                        "seconds");
        assertThat(report.get("traffic").get("file").asString())
                .isEqualTo("generated-flash-sale.jsonl.gz");
        assertThat(report.get("world").asString()).isEqualTo("live");
        assertThat(report.get("speed").asString()).isEqualTo("max");
    }

    @Test
    void theCsvReportIsAHeaderAndALine() throws Exception {
        var file = folder.resolve("report.csv");
        assertThat(replay("--limit", "20", "--csv", file.toString()).assertDone().output())
                .isEmpty();

        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith("requests,reads,writes,deletes,hits")
                .contains("tiers.REDIS.hits");
        assertThat(lines.getLast()).startsWith("20,");
        assertThat(replay("--limit", "20", "--csv", "-").assertDone().output())
                .startsWith("requests,reads,")
                .hasLineCount(2);
    }

    @Test
    void theReportForPeopleTellsWhatWasRun() {
        assertThat(replay("--limit", "20").assertDone().output())
                .contains("generated-flash-sale.jsonl.gz", "cache-aside", "19 reads");
    }

    @Test
    void theEventsAreTheWholeLogAndCanBeReadBack() throws Exception {
        var file = folder.resolve("events.jsonl");
        replay("--limit", "40", "--events", file.toString(), "--ttl", "0").assertDone();

        var events = new ArrayList<Event>();
        try (var reader = EventFileReader.open(file)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                events.add(next.get());
            }
        }
        assertThat(events.getFirst()).isInstanceOf(Event.RunStarted.class);
        assertThat(events.getLast()).isInstanceOf(Event.RunEnded.class);
        assertThat(events.stream().filter(Event.RequestEnded.class::isInstance)).hasSize(40);
    }

    @Test
    void theLinesOfTheEventsHaveTheFormOfTheContract() throws Exception {
        var file = folder.resolve("events.jsonl");
        replay("--limit", "40", "--concurrency", "1", "--events", file.toString()).assertDone();
        var lines = Files.readAllLines(file);

        for (int seq = 0; seq < lines.size(); seq++) {
            assertThat(lines.get(seq)).startsWith("{\"seq\":" + seq + ",\"type\":\"");
        }
        assertThat(JSON.readTree(lines.getFirst()).propertyNames())
                .contains("formatVersion", "strategy", "traffic", "seed", "world");
        assertThat(lines.getFirst()).doesNotContain(folder.toString()).doesNotContain("assets");
        var read = first(lines, "CacheRead");
        assertThat(read.propertyNames())
                .containsExactly(
                        "seq",
                        "type",
                        "call",
                        "startedAt",
                        "at",
                        "endedAt",
                        "request",
                        "node",
                        "tier",
                        "key",
                        "outcome",
                        "version",
                        "statements");
        assertThat(read.get("statements").get(0).asString()).startsWith("GET cachescope:");
        assertThat(read.get("at").asLong()).isEqualTo(read.get("endedAt").asLong());
        assertThat(first(lines, "RecordRead").get("statements").toString()).contains("SELECT");
    }

    @Test
    void aLimitStopsAfterSoManyRequests() {
        assertThat(count(JSON.readTree(replay("--limit", "7", "--json").output()), "requests"))
                .isEqualTo(7);
        assertThat(
                        count(
                                JSON.readTree(
                                        replayOf(small(), "--limit", "1000000000000", "--json")
                                                .output()),
                                "requests"))
                .isEqualTo(2);
    }

    @Test
    void atASpeedRecordedTimePasses() {
        var report =
                JSON.readTree(replayOf(small(), "--speed", "2", "--json").assertDone().output());

        assertThat(report.get("speed").asString()).isEqualTo("2.0");
        assertThat(report.get("elapsedSeconds").asDouble()).isGreaterThanOrEqualTo(0.1);
    }

    @Test
    void aSpeedThatSqueezesADurationTooMuchIsRefused() {
        replayOf(small(), "--speed", "10000")
                .assertRefused(
                        2,
                        "The TTL of 60s would be 6ms at speed 10000, and what is shorter than 20ms cannot be kept");
    }

    @Test
    void aRecordingThatLastsLongerThanItsTtlIsWarnedOfAtFullSpeed() {
        var report = JSON.readTree(replay("--limit", "3000", "--ttl", "20ms", "--json").output());

        assertThat(report.get("warnings").size()).isEqualTo(1);
        assertThat(report.get("warnings").get(0).asString())
                .contains("TTL is 20ms", "--world simulated");
    }

    @Test
    void theDatabaseIsKeptAndGoesOnFromItsVersions() {
        var database = folder.resolve("kept.db").toString();
        replayOf(small(), "--database", database).assertDone();
        var again =
                JSON.readTree(
                        replayOf(small(), "--database", database, "--json").assertDone().output());

        assertThat(count(again, "staleReads") + count(again, "unflushedReads")).isZero();
        assertThat(Path.of(database)).exists();
    }

    @Test
    void noFileIsWrittenOverThatAnotherOptionNames() throws Exception {
        var traffic = small();
        var before = Files.readString(traffic);

        replayOf(traffic, "--events", traffic.toString())
                .assertRefused(2, "--events and --traffic name the same file");
        replayOf(traffic, "--csv", folder.resolve("./" + traffic.getFileName()).toString())
                .assertRefused(2, "--csv and --traffic name the same file");
        replayOf(
                        traffic,
                        "--csv",
                        folder.resolve("x").toString(),
                        "--events",
                        folder.resolve("x").toString())
                .assertRefused(2, "--csv and --events name the same file");
        assertThat(Files.readString(traffic)).isEqualTo(before);
    }

    @Test
    void theLogThatLatenciesAreTakenFromIsNotWrittenOver() throws Exception {
        var log = folder.resolve("events.jsonl");
        replay("--limit", "300", "--events", log.toString()).assertDone();
        var before = Files.readString(log);

        var refused =
                replay(
                        "--world",
                        "simulated",
                        "--latency-from",
                        log.toString(),
                        "--events",
                        log.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors())
                .contains("cachescope replay: " + log + " has too few calls to measure some tiers")
                .contains("--events and --latency-from name the same file");
        assertThat(Files.readString(log)).isEqualTo(before);
    }

    private static Program replay(String... options) {
        return replayOf(Path.of(FLASH_SALE), options);
    }

    private static Program replayOf(Path traffic, String... options) {
        var arguments = new ArrayList<>(List.of("replay", "--traffic", traffic.toString()));
        arguments.addAll(List.of(options));
        return Program.run(arguments.toArray(String[]::new));
    }

    private Path small() {
        try {
            return Files.writeString(
                    folder.resolve("small.jsonl"),
                    """
                    {"at":0,"op":"WRITE","key":"a"}
                    {"at":0.2,"op":"READ","key":"a"}
                    """);
        } catch (java.io.IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    private static JsonNode first(List<String> lines, String type) {
        return lines.stream()
                .filter(line -> line.contains("\"type\":\"" + type + "\""))
                .map(JSON::readTree)
                .findFirst()
                .orElseThrow();
    }

    private static long count(JsonNode report, String field) {
        return report.get(field).asLong();
    }
}
