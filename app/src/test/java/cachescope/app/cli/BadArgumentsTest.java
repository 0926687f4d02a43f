package cachescope.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BadArgumentsTest {
    @TempDir Path folder;
    private Path traffic;

    @BeforeEach
    void record() throws Exception {
        traffic = Files.writeString(folder.resolve("x.jsonl"), "{\"op\":\"READ\",\"key\":\"a\"}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --ttl -1s                                | '--ttl': must not be negative, but is -1s
                    --ttl 1000000000000s                     | '--ttl': must be at most 87600h (ten years), but is 1000000000000s
                    --ttl soon                               | expected a duration such as 250ms, 1.5s, 60s, 5m, 1h or 0, but found 'soon'
                    --database-delay 1000000000000s          | '--database-delay': must be at most 87600h
                    --pattern foo                            | '--pattern': expected one of cache-aside, read-through,
                    --pattern refresh-ahead --ttl 0          | --ttl: Refresh-ahead needs a TTL
                    --on-write frob                          | '--on-write': expected one of delete, update, but found 'frob'
                    --without frob                           | expected one of checked-fill, database-first,
                    --without checked-fill --pattern no-cache | --without:
                    --write-delay 1s                         | --write-delay: Write delay has no meaning with cache-aside
                    --pattern write-behind --write-batch 0   | --write-batch: Write batch must be from 1 to 10000, but is 0.
                    --pattern write-behind --write-queue 1000000000000 | '--write-queue': expected a whole number of at most 2147483647, but found '1000000000000'
                    --pattern refresh-ahead --refresh-at 2   | --refresh-at: Refresh share must be between 0 and 1, but is 2.0.
                    --pattern refresh-ahead --refresh-at x   | '--refresh-at': expected a number, but found 'x'
                    --concurrency 0                          | --concurrency: Concurrency must be from 1 to 10000, but is 0.
                    --concurrency 1000000000000              | '--concurrency': expected a whole number of at most 2147483647, but found '1000000000000'
                    --concurrency 1.5                        | '--concurrency': expected a whole number, but found '1.5'
                    --limit 0                                | --limit: 0 is too few requests: expected 1 or more
                    --limit many                             | '--limit': expected a whole number, but found 'many'
                    --seed 99999999999999999999              | '--seed': expected a whole number of at most 9223372036854775807
                    --speed 0                                | '--speed': '0' is no speed: expected max, or a number above 0
                    --speed NaN                              | '--speed': 'NaN' is no speed
                    --speed fast                             | '--speed': 'fast' is no speed
                    --rate 0                                 | --rate: expected more than 0
                    --rate NaN                               | --rate: expected more than 0
                    --rate x                                 | '--rate': expected a number, but found 'x'
                    --skip-bad -1                            | --skip-bad: -1 is too few lines: expected 0 or more
                    --format foo                             | --format: 'foo' is unknown: expected one of jsonl,
                    --columns foo                            | --columns: expected names (at, time, op, key, size, client, ttl) and numbers
                    --world frob                             | '--world': expected live or simulated, but found 'frob'
                    --world simulated --redis redis://x      | --redis: means nothing in the simulated world: its Redis is simulated too
                    --world simulated --database x.db        | --database: means nothing in the simulated world: its database is simulated too
                    --world simulated --speed max            | --speed: means nothing in the simulated world: recorded time is its virtual time
                    --latency REDIS=1ms                      | --latency: Latency is for the simulated world: calls of the live one take the time they take. Add --world simulated.
                    --latency-from missing.jsonl             | --latency: Latency is for the simulated world
                    --fault redis_down                       | '--fault'
                    --cache-capacity 0                       | --cache-capacity: Cache capacity is for the simulated world
                    --world simulated --cache-capacity -1    | --cache-capacity: Cache capacity must be from 0
                    --world simulated --latency RADIS=1ms    | expected one of NEAR_CACHE, REDIS, EDGE, DATABASE, but found 'RADIS'; did you mean 'REDIS'?
                    --world simulated --latency REDIS=1ms,REDIS=2ms | --latency: REDIS is there twice
                    --world simulated --latency REDIS=1ms --latency redis=2ms | --latency: REDIS is there twice
                    --world simulated --latency-from missing.jsonl | --latency-from: missing.jsonl does not exist
                    --eviction frob                          | '--eviction'
                    --eviction sieve                         | --eviction: Eviction has no meaning with cache-aside: Nothing is evicted without near caches or a simulated cache of limited capacity.
                    --near-cache 9 --eviction opt            | --eviction: The optimum must know all requests beforehand
                    --world simulated --near-cache 9 --eviction w-tinylfu | --eviction: W-TinyLFU is for the live world
                    --world simulated --pattern no-cache --cache-capacity 5 | --cache-capacity: Cache capacity has no meaning with no-cache
                    --json --json                            | --json and --csv say in which form the report comes: expected one of them, once
                    --reorders                               | --reorders: means nothing without --events
                    --events -                               | --events: - would be standard output, which is the report's: expected a file
                    --json --csv x                           | --json and --csv exclude each other: expected one of them
                    --frob                                   | Unknown option: '--frob'
                    extra                                    | 'extra' is not expected here: options begin with --
                    --csv /nowhere/x.csv                     | --csv: /nowhere/x.csv cannot be written: its folder does not exist
                    --csv .                                  | --csv: . cannot be written: it is a folder
                    --events /nowhere/x                      | cannot write /nowhere/x: its folder does not exist
                    --events .                               | cannot write the event log .: it is a folder
                    --redis localhost                        | --redis: The Redis address is wrong: it must begin with redis:// or rediss://
                    --redis redis://localhost:99999          | --redis: The Redis address is wrong: the port must be from 1 to 65535, not 99999
                    --redis redis://localhost:6379/x         | --redis: The Redis address is wrong: the database must be a whole number, not "x"
                    """)
    void isRefusedInASentence(String options, String sentence) {
        replay(options.split(" ")).assertRefused(2, sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--traffic", "--strategy", "--database", "--events", "--csv"})
    void anEmptyNameIsNoFile(String option) {
        var arguments = new ArrayList<>(List.of("replay", option, ""));
        if (!option.equals("--traffic")) {
            arguments.addAll(List.of("--traffic", traffic.toString()));
        }
        Program.run(arguments.toArray(String[]::new))
                .assertRefused(2, ": expected the name of a file, but found nothing");
    }

    @Test
    void aFaultIsRefusedInASentence() {
        replay("--fault", "redis dawn")
                .assertRefused(
                        2,
                        "'redis dawn': expected one of down, slow, fails, lost-before, lost-after");
        replay("--fault", "redis down 2s..4s", "--fault", "database fails 1 in 50")
                .assertRefused(2, "--fault: Faults are for the simulated world");
        replay("--world", "simulated", "--pattern", "no-cache", "--fault", "redis down")
                .assertRefused(2, "--fault: The fault 'redis down' has no meaning with no-cache");
    }

    @Test
    void aLogWithTooFewCallsIsRefused() throws Exception {
        var log = folder.resolve("run.jsonl").toString();
        replay("--events", log).assertDone();

        replay("--world", "simulated", "--latency-from", log)
                .assertRefused(2, "--latency-from: " + log + " has too few calls");
    }

    @Test
    void aCommandThatThereIsNotIsRefused() {
        Program.run("frob")
                .assertRefused(
                        2,
                        "'frob' is no command: expected replay, hit-ratio, curve, watch, snapshot or formats");
        Program.run("formats", "all").assertRefused(2, "'all' is not expected here");
        Program.run("replay").assertRefused(2, "expected --traffic FILE, or --scenario FILE");
    }

    @Test
    void aStrategyFileIsRefusedWithWhatIsWrongInIt() throws Exception {
        strategy("{\"pattern\":\"cache-aside\",\"tll\":\"5s\"}").assertRefused(2, "tll");
        strategy("{\"pattern\":\"cache-aside\",\"ttl\":[5]}").assertRefused(2, "ttl");
        strategy("{\"pattern\":\"frob\"}").assertRefused(2, "frob");
        strategy("{\"concurrency\":\"many\"}").assertRefused(2, "concurrency");
        strategy("{\"faults\":[\"redis down\"]}")
                .assertRefused(
                        2, "strategy.json: field 'faults': Faults are for the simulated world");
        strategy("{\"refreshAt\":2}")
                .assertRefused(2, "strategy.json: field 'refreshAt': Refresh share must be");
        strategy("").assertRefused(2, "strategy.json");
        strategy("[1]").assertRefused(2, "strategy.json");
        strategy("{\"pattern\":").assertRefused(2, "strategy.json");
        replay("--strategy", folder.resolve("missing.json").toString())
                .assertRefused(2, "missing.json");
        replay("--strategy", folder.toString()).assertRefused(2, "folder");
        Files.write(folder.resolve("rubbish"), new byte[] {0, (byte) 0xff, 1, 2});
        replay("--strategy", folder.resolve("rubbish").toString()).assertRefused(2, "rubbish");
    }

    private Program strategy(String json) throws Exception {
        var file = Files.writeString(folder.resolve("strategy.json"), json);
        return replay("--strategy", file.toString());
    }

    private Program replay(String... options) {
        var arguments = new ArrayList<>(List.of("replay", "--traffic", traffic.toString()));
        arguments.addAll(List.of(options));
        return Program.run(arguments.toArray(String[]::new));
    }
}
