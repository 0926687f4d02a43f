package cachescope.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.strategy.EvictionName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class SizingTest {
    /** Belady's own example. */
    private static final String BELADY = "1\n2\n3\n4\n1\n2\n5\n1\n2\n3\n4\n5\n";

    private static final String SIZED = "1 7 100\n2 8 300\n3 7 100\n4 8 300\n5 9 1000\n6 7 100\n";

    @TempDir Path folder;

    @Test
    void hitRatioTellsEachPolicyAtEachCapacity() throws Exception {
        var report =
                json(
                        run(
                                "hit-ratio",
                                file(BELADY),
                                "--eviction",
                                "fifo,lru,opt",
                                "--capacities",
                                "3,4",
                                "--json"));
        assertThat(report.path("traffic").toString())
                .isEqualTo(
                        "{\"file\":\"traffic\",\"format\":\"lirs\",\"requests\":12,\"uniqueKeys\":5,"
                                + "\"uniqueKeysEstimated\":false,\"seconds\":0.011}");
        assertThat(report.path("results"))
                .extracting(result ->
                        "%s %d: %d + %d of %d"
                                .formatted(
                                        result.path("eviction").asString(),
                                        result.path("capacity").asLong(),
                                        result.path("hits").asLong(),
                                        result.path("misses").asLong(),
                                        result.path("requests").asLong()))
                .containsExactly(
                        "fifo 3: 3 + 9 of 12",
                        "fifo 4: 2 + 10 of 12",
                        "lru 3: 2 + 10 of 12",
                        "lru 4: 4 + 8 of 12",
                        "opt 3: 5 + 7 of 12",
                        "opt 4: 6 + 6 of 12");
        assertThat(report.path("results").path(0).path("requestsPerSecond").asDouble())
                .isPositive();
    }

    @Test
    void everyPolicyCanBeNamed() throws Exception {
        var all =
                Arrays.stream(EvictionName.values())
                        .map(EvictionName::label)
                        .collect(Collectors.joining(","));
        var text =
                run("hit-ratio", file(BELADY), "--eviction", all, "--capacities", "3")
                        .assertDone()
                        .output();
        assertThat(text.lines()).hasSize(3 + EvictionName.values().length);
        assertThat(text)
                .startsWith("traffic (lirs): 12 requests of 5 keys, read in ")
                .containsPattern("policy +entries +hit ratio +hits +misses +requests/s")
                .containsPattern("lru +3 +16.67 % +2 +10 +[0-9,]+");
    }

    @Test
    void bytesAreToldBesideRequestsAndNeverInTheirPlace() throws Exception {
        var options = List.of("--eviction", "lru", "--capacities", "400", "--by", "bytes");
        var result =
                json(run("hit-ratio", file(SIZED), with(options, "--json")))
                        .path("results")
                        .path(0);
        assertThat(result.path("hits").asLong()).isEqualTo(3);
        assertThat(result.path("hitBytes").asLong()).isEqualTo(500);
        assertThat(result.path("bytes").asLong()).isEqualTo(1900);
        assertThat(run("hit-ratio", file(SIZED), with(options)).output())
                .containsPattern("policy +bytes +hit ratio +byte hit ratio");
    }

    @Test
    void curveTellsPointsKneeAndTheSmallestCacheThatKeepsAShare() throws Exception {
        var report = json(run("curve", file(BELADY), "--json", "--keep", "50"));
        assertThat(report.path("eviction").asString()).isEqualTo("lru");
        assertThat(report.path("by").asString()).isEqualTo("objects");
        assertThat(report.path("sampleRate").asDouble()).isEqualTo(1);
        assertThat(report.path("uniqueKeys").asLong()).isEqualTo(5);
        assertThat(report.path("oneHitWonders").asDouble()).isZero();
        assertThat(report.path("points"))
                .extracting(point ->
                        point.path("capacity").asLong()
                                + " "
                                + Math.round(point.path("missRatio").asDouble() * 12))
                .containsExactly("1 12", "2 12", "3 10", "4 8", "5 5");
        assertThat(report.path("keeps").path("capacity").asLong()).isEqualTo(4);
        assertThat(report.path("keeps").path("percent").asDouble()).isEqualTo(50);
    }

    @Test
    void curveOfAnotherPolicyIsReplayed() throws Exception {
        var told = run("curve", file(BELADY), "--eviction", "fifo").assertDone().output();
        assertThat(told).contains("fifo over traffic (lirs), by objects, replayed at 5 capacities");
        assertThat(run("curve", file(BELADY)).output()).contains("by objects, exact");
    }

    @Test
    void oneEntryIsToldAsOne() throws Exception {
        assertThat(run("curve", file("7\n7\n7\n7\n")).assertDone().output())
                .contains(" 1 entry, ")
                .doesNotContain("1 entries");
    }

    @Test
    void aSampledCurveSaysItsError() throws Exception {
        var keys = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            keys.append((long) i * i % 4_999).append('\n');
        }
        var file = file(keys.toString());
        assertThat(run("curve", file, "--sample-keys", "500").assertDone().output())
                .containsPattern("sampled: 12.5 % of the keys, miss ratios within [0-9.]+ points")
                .contains("working set       about ");
        var report = json(run("curve", file, "--sample-keys", "500", "--json"));
        assertThat(report.path("traffic").path("uniqueKeysEstimated").asBoolean()).isTrue();
        assertThat(report.path("error").asDouble()).isPositive();
    }

    @Test
    void whereACurveTellsOfNothingSmallerTheCacheIsAtMostSoLarge() throws Exception {
        var changing = file("1 7 100\n2 7 200\n3 8 50\n4 7 100\n");
        var ended = run("curve", changing, "--format", "adaptsize", "--by", "bytes");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("at most 200 bytes");
        assertThat(ended.errors()).contains("the sizes of some keys change");
        assertThat(run("curve", file("a\na\nb\nb\n")).assertDone().output())
                .contains("keeps 90 %        1 entry");
    }

    @Test
    void curveAsCsvNamesWhatCapacitiesCount() throws Exception {
        assertThat(run("curve", file(BELADY), "--csv", "-").assertDone().output())
                .startsWith("capacityObjects,missRatio,error\n1,1.0,0.0\n");
        var out = folder.resolve("out.csv");
        run("curve", file(SIZED), "--by", "bytes", "--csv", out.toString()).assertDone();
        assertThat(Files.readString(out))
                .startsWith("capacityBytes,missRatio,byteMissRatio,error\n1000,");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hit-ratio --eviction lru --capacities 0      | --capacities: 0 is too small: expected 1 or more entries
                    hit-ratio --eviction lru --capacities 5,-1   | --capacities: -1 is too small: expected 1 or more entries
                    hit-ratio --eviction lru --capacities many   | expected a whole number, but found 'many'
                    hit-ratio --eviction mru --capacities 5      | '--eviction' (NAME): expected one of lru, linked-hash-map, fifo, clock
                    hit-ratio --eviction lru                     | Missing required option: '--capacities=N'
                    hit-ratio --eviction opt --capacities 5 --by bytes | --eviction: opt is the optimum only where all objects are of one size: expected --by objects
                    hit-ratio --eviction lru --capacities 5 --by bytes | by bytes: expected the size of every key, but 12 of 12 requests
                    curve --by bytes                             | by bytes: expected the size of every key, but 12 of 12 requests
                    curve --keep 0                               | --keep: expected more than 0 and at most 100 percent
                    curve --keep 101                             | --keep: expected more than 0 and at most 100 percent
                    curve --sample-keys 0                        | --sample-keys: 0 is too few keys: expected 1 or more
                    curve --sample-keys 9 --eviction fifo        | --sample-keys: samples the curve of lru alone, but --eviction is fifo
                    curve --by kilo                              | '--by': expected one of objects, bytes, but found 'kilo'
                    curve --eviction mru                         | '--eviction': expected one of lru, linked-hash-map
                    curve --limit 0                              | --limit: 0 is too few requests: expected 1 or more
                    curve --json --csv -                         | exclude each other
                    """)
    void whatMakesNoSenseIsRefused(String arguments, String sentence) throws Exception {
        var words = arguments.split(" ", -1);
        run(words[0], file(BELADY), Arrays.copyOfRange(words, 1, words.length))
                .assertRefused(2, sentence);
    }

    @Test
    void oneKeyIsACacheOfOne() throws Exception {
        var report = json(run("curve", file("a\na\na\na\n"), "--json"));
        assertThat(report.path("points")).hasSize(1);
        assertThat(report.path("points").path(0).path("missRatio").asDouble()).isEqualTo(0.25);
        assertThat(report.has("knee")).isFalse();
        var wonders = json(run("curve", file("a\nb\n"), "--json"));
        assertThat(wonders.has("keeps")).isFalse();
        assertThat(wonders.path("oneHitWonders").asDouble()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"curve", "hit-ratio"})
    void trafficThatCannotBeReadIsRefused(String command) throws Exception {
        var options =
                command.equals("curve")
                        ? new String[0]
                        : new String[] {"--eviction", "lru", "--capacities", "5"};
        run(command, file(""), options).assertRefused(2, "is empty: expected at least one request");
        run(command, file("1\n2\nthree\n"), with(List.of(options), "--format", "lirs"))
                .assertRefused(2, "line 3: expected a block number");
        run(command, file("1\n2\n"), with(List.of(options), "--format", "arc"))
                .assertRefused(2, "line 1: expected four whole numbers: start, count");
        var cut = ByteBuffer.allocate(10).putInt(1).putInt(2).array();
        run(command, Files.write(folder.resolve("traffic"), cut), options)
                .assertRefused(
                        2,
                        "byte 8: expected a record of 4 bytes, found the end after 2: the recording is cut off");
        var words = new ArrayList<>(List.of(command));
        words.addAll(List.of(options));
        Program.run(words.toArray(String[]::new)).assertRefused(2, "expected --traffic FILE");
    }

    @Test
    void badLinesThatArePassedOverAreTold() throws Exception {
        var ended = run("curve", file("1\nx y\n1\n"), "--format", "lirs", "--skip-bad", "1");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.errors()).contains("cachescope curve: Passed over 1 bad line");
    }

    private static String[] with(List<String> options, String... more) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Program run(String command, Path traffic, String... options) {
        var arguments = new ArrayList<>(List.of(command, "--traffic", traffic.toString()));
        arguments.addAll(List.of(options));
        return Program.run(arguments.toArray(String[]::new));
    }

    private static JsonNode json(Program ended) {
        return JsonMapper.shared().readTree(ended.assertDone().output());
    }

    private Path file(String content) throws IOException {
        return Files.write(folder.resolve("traffic"), content.getBytes(UTF_8));
    }
}
