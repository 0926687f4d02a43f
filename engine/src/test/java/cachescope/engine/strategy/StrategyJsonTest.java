package cachescope.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.Measured;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyJsonTest {

    private static Strategy read(String text) throws StrategyException {
        return StrategyJson.read("s.json", text);
    }

    @Test
    void isWrittenFlatWithTheNamesOfTheCommandLine() {
        assertThat(StrategyJson.write(Strategy.DEFAULT.without(Fix.TOMBSTONE, Fix.CHECKED_FILL)))
                .isEqualToNormalizingNewlines(
                        """
                        {
                          "pattern" : "cache-aside",
                          "ttl" : "60s",
                          "negativeTtl" : "0",
                          "expiry" : "fixed",
                          "jitter" : 0.1,
                          "adaptive" : "1000=1h,100=30m,0=5m",
                          "invalidation" : "ttl",
                          "tags" : "versions",
                          "guard" : "none",
                          "beta" : 1.0,
                          "lockTtl" : "10s",
                          "lockWait" : "2s",
                          "onLockTimeout" : "load",
                          "nodes" : 1,
                          "balancer" : "round-robin",
                          "nearCache" : 0,
                          "nearTtl" : "ttl",
                          "eviction" : "lru",
                          "onWrite" : "delete",
                          "refreshAt" : 0.8,
                          "writeDelay" : "1s",
                          "writeBatch" : 100,
                          "writeQueue" : 10000,
                          "writeAttempts" : 5,
                          "writeBackoff" : "100ms",
                          "databaseDelay" : "0",
                          "concurrency" : 64,
                          "without" : [ "checked-fill", "tombstone" ],
                          "cacheCapacity" : 0,
                          "latency" : {
                            "NEAR_CACHE" : "100ns",
                            "REDIS" : "1ms",
                            "EDGE" : "10ms..50ms",
                            "DATABASE" : "10ms..100ms"
                          },
                          "faults" : [ ]
                        }
                        """);
    }

    @Test
    void comesBackAsTheSameValue() throws StrategyException {
        var random = new SplittableRandom(1);
        for (int trial = 0; trial < 500; trial++) {
            var strategy = randomStrategy(random);
            assertThat(read(StrategyJson.write(strategy))).isEqualTo(strategy);
        }
    }

    private static Strategy randomStrategy(SplittableRandom random) {
        var fixes = EnumSet.noneOf(Fix.class);
        for (var fix : Fix.values()) {
            if (random.nextBoolean()) {
                fixes.add(fix);
            }
        }
        var queue =
                new WriteQueue(
                        duration(random),
                        random.nextInt(),
                        random.nextInt(),
                        random.nextInt(),
                        duration(random));
        return new Strategy(
                PatternName.values()[random.nextInt(PatternName.values().length)],
                duration(random),
                duration(random),
                OnWrite.values()[random.nextInt(OnWrite.values().length)],
                random.nextDouble(),
                queue,
                duration(random),
                random.nextInt(),
                fixes,
                new ExpiryPolicy(
                        one(ExpiryName.values(), random), random.nextDouble(), steps(random)),
                new InvalidationPolicy(
                        one(InvalidationName.values(), random), one(TagForm.values(), random)),
                new GuardPolicy(
                        one(GuardName.values(), random),
                        random.nextDouble(),
                        duration(random),
                        duration(random),
                        one(OnLockTimeout.values(), random)),
                new Cluster(
                        random.nextInt(),
                        one(Balancer.values(), random),
                        random.nextInt(),
                        random.nextBoolean() ? Optional.empty() : Optional.of(duration(random))),
                one(EvictionName.values(), random),
                RandomConditions.of(random));
    }

    private static List<ExpiryPolicy.Step> steps(SplittableRandom random) {
        return random.nextBoolean()
                ? List.of(new ExpiryPolicy.Step(0, duration(random)))
                : List.of(
                        new ExpiryPolicy.Step(1 + random.nextInt(1_000), duration(random)),
                        new ExpiryPolicy.Step(0, duration(random)));
    }

    private static <T> T one(T[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }

    private static Duration duration(SplittableRandom random) {
        return Duration.ofNanos(random.nextLong(Durations.MAX.toNanos()) >> random.nextInt(60));
    }

    @Test
    void aFieldThatIsLeftOutHasItsDefault() throws StrategyException {
        assertThat(read("{}")).isEqualTo(Strategy.DEFAULT);
        assertThat(read("{\"ttl\": \"5s\"}"))
                .isEqualTo(Strategy.DEFAULT.withTimeToLive(Duration.ofSeconds(5)));
    }

    @Test
    void conditionsAreReadAsTheCommandLineWritesThem() throws StrategyException {
        var conditions =
                read("""
                {"cacheCapacity": 7, "latency": {"REDIS": "2ms"},
                 "faults": ["redis down 2s..4s", "database fails 1 in 50"]}
                """)
                        .conditions();

        assertThat(conditions.cacheCapacity()).isEqualTo(7);
        assertThat(conditions.latency())
                .isEqualTo(LatencyModel.DEFAULT.with(Tier.REDIS, new Fixed(Duration.ofMillis(2))));
        assertThat(conditions.faults())
                .extracting(FaultText::print)
                .containsExactly("redis down 2s..4s", "database fails 2%");
    }

    @Test
    void whatWasMeasuredIsKeptAsItsQuantilesOnOneLine() throws StrategyException {
        var measured = Measured.of(share -> Math.round(share * 1_000));
        var strategy =
                Strategy.DEFAULT.withConditions(
                        Conditions.DEFAULT.withLatency(
                                LatencyModel.DEFAULT.with(Tier.REDIS, measured)));

        var text = StrategyJson.write(strategy);

        assertThat(text).contains("    \"REDIS\" : [ 0, 10, 20, 30,").contains(", 1000 ],");
        assertThat(read(text)).isEqualTo(strategy);
    }

    @Test
    void writeBackIsAnotherNameOfWriteBehind() throws StrategyException {
        assertThat(read("{\"pattern\": \"write-back\"}").pattern())
                .isEqualTo(PatternName.WRITE_BEHIND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'tttl': '5s'}|s.json: unknown field 'tttl'; did you mean 'ttl'?",
                "{'negative-ttl': '5s'}|s.json: unknown field 'negative-ttl'; did you mean 'negativeTtl'?",
                "{'WRITEDELAY': '5s'}|s.json: unknown field 'WRITEDELAY'; did you mean 'writeDelay'?",
                "{'colour': 'red'}|s.json: unknown field 'colour'.",
                "{'ttl': '5s', 'ttl': '6s'}|s.json: field 'ttl' is there twice.",
                "{'ttl': 60}|s.json: field 'ttl': expected a duration such as 60s as a text, but found the number 60.",
                "{'ttl': '-5s'}|s.json: field 'ttl': must not be negative, but is -5s.",
                "{'ttl': null}|s.json: field 'ttl': expected a duration such as 60s as a text, but found null.",
                "{'pattern': 'cash-aside'}|s.json: field 'pattern': expected one of cache-aside, read-through,"
                        + " write-through, write-behind, refresh-ahead, no-cache, but found 'cash-aside';"
                        + " did you mean 'cache-aside'?",
                "{'pattern': {}}|s.json: field 'pattern': expected a pattern as a text, but found an object.",
                "{'onWrite': 'keep'}|s.json: field 'onWrite': expected one of delete, update, but found 'keep'.",
                "{'writeBatch': '100'}|s.json: field 'writeBatch': expected a whole number up to 2147483647,"
                        + " but found the text '100'.",
                "{'writeBatch': 1.5}|s.json: field 'writeBatch': expected a whole number up to 2147483647,"
                        + " but found the number 1.5.",
                "{'writeQueue': 1000000000000}|s.json: field 'writeQueue': expected a whole number up to 2147483647,"
                        + " but found the number 1000000000000.",
                "{'refreshAt': true}|s.json: field 'refreshAt': expected a number between 0 and 1, but found true.",
                "{'without': 'tombstone'}|s.json: field 'without': expected a list of the names of fixes,"
                        + " but found the text 'tombstone'.",
                "{'without': ['tomb']}|s.json: field 'without': expected one of checked-fill, database-first, tombstone,"
                        + " checked-write, existing-only, forget-same-write, ordered-retry, retry-invalidation,"
                        + " absence-ends-at-creation, lock-renewal, compare-and-delete,"
                        + " version-before-load, bump-last, unique-versions, near-placeholder,"
                        + " flush-on-gap, but found 'tomb'.",
                "{'without': [7]}|s.json: field 'without': expected a fix as a text, but found the number 7.",
                "{'cacheCapacity': '7'}|s.json: field 'cacheCapacity': expected a whole number up to 2147483647,"
                        + " but found the text '7'.",
                "{'latency': '1ms'}|s.json: field 'latency': expected an object with latencies of tiers,"
                        + " but found the text '1ms'.",
                "{'latency': {'RADIS': '1ms'}}|s.json: field 'latency': expected one of NEAR_CACHE, REDIS, EDGE, DATABASE,"
                        + " but found 'RADIS'; did you mean 'REDIS'?",
                "{'latency': {'REDIS': '1ms', 'redis': '2ms'}}|s.json: field 'latency.REDIS' is there twice.",
                "{'latency': {'REDIS': 5}}|s.json: field 'latency.REDIS': expected a latency such as 1ms, 10ms..100ms or"
                        + " p50:1ms/p99:5ms as a text, but found the number 5.",
                "{'latency': {'REDIS': '5ms..1ms'}}|s.json: field 'latency.REDIS': the shortest latency must be below"
                        + " the longest one, but found '5ms..1ms'.",
                "{'latency': {'REDIS': [1, 2]}}|s.json: field 'latency.REDIS': measured latencies are 119 quantiles,"
                        + " but these are 2.",
                "{'latency': {'REDIS': [1, 'a']}}|s.json: field 'latency.REDIS': expected whole nanoseconds,"
                        + " but found the text 'a'.",
                "{'faults': 'redis down'}|s.json: field 'faults': expected a list of faults, but found the text 'redis down'.",
                "{'faults': ['redis dawn']}|s.json: field 'faults': 'redis dawn': expected one of down, slow, fails,"
                        + " lost-before, lost-after after 'redis', but found 'dawn'; did you mean 'down'?",
                "{'fault': []}|s.json: unknown field 'fault'; did you mean 'faults'?",
                "[]|s.json: expected a JSON object with the fields of a strategy, but found a list.",
                "7|s.json: expected a JSON object with the fields of a strategy, but found the number 7.",
                "{} {}|s.json: expected the end after the JSON object, but found an object."
            })
    void refusesWithASentence(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('\'', '"')))
                .isInstanceOf(StrategyException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAnEmptyText() {
        assertThatThrownBy(() -> read(""))
                .hasMessage(
                        "s.json: expected a JSON object with the fields of a strategy, but found nothing.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"ttl\"",
                "{\"ttl\": s}",
                "pattern: cache-aside",
                "{\"ttl\": \"5s\",}",
                "{\"without\": [",
                "\u0000\u0001",
                "{'a': 1}"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(StrategyException.class)
                .hasMessageStartingWith("s.json: expected JSON, but line 1, column ")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\n"));
    }

    @Test
    void refusesANumberOfAMillionDigits() {
        assertThatThrownBy(() -> read("{\"writeBatch\": " + "9".repeat(1_000_000) + "}"))
                .isInstanceOf(StrategyException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void refusesADeeplyNestedText() {
        assertThatThrownBy(() -> read("{\"ttl\": " + "[".repeat(100_000)))
                .isInstanceOf(StrategyException.class);
    }
}
