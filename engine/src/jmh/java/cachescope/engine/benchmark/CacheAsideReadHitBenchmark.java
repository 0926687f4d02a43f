package cachescope.engine.benchmark;

import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.event.Tier;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.live.LiveTasks;
import cachescope.engine.live.redis.RedisCache;
import cachescope.engine.live.redis.RedisConnections;
import cachescope.engine.live.redis.RedisServer;
import cachescope.engine.live.redis.RunKeys;
import cachescope.engine.live.sqlite.SqliteRecords;
import cachescope.engine.pattern.CacheAside;
import cachescope.engine.pattern.OwedInvalidations;
import cachescope.engine.pattern.Ports;
import cachescope.engine.port.Caller;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.observed.Calls;
import cachescope.engine.port.observed.ObservedCache;
import cachescope.engine.port.observed.ObservedRecords;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/**
 * A read that hits, through cache-aside over the bundled Redis with every step on the event log,
 * against a bare Jedis GET of the same entry, a value of 200 bytes, over a connection of the same
 * kind.
 *
 * <p>The ratio, with both taking turns in one JVM ({@link #main}):
 *
 * <pre>{@code
 * mvn -q -Pjmh -pl engine test-compile exec:exec \
 *     -Dbenchmark.main=cachescope.engine.benchmark.CacheAsideReadHitBenchmark -Dbenchmark="NONE 10 40"
 * }</pre>
 *
 * Times by JMH, each in a JVM of its own:
 *
 * <pre>{@code
 * mvn -q -Pjmh -pl engine test-compile exec:exec -Dbenchmark="CacheAsideReadHit -prof gc"
 * }</pre>
 */
@NullUnmarked // JMH sets the fields
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class CacheAsideReadHitBenchmark {
    private static final String KEY = "user:7";
    private static final String RUN = "benchmark";
    private static final String VALUE = "abcdefghij".repeat(20);
    private static final int READS_A_ROUND = 20_000;

    /**
     * What becomes of events that memory does not hold: the command line lets them go, the window
     * keeps them.
     */
    @Param({"NONE", "SPILL"})
    public History history = History.NONE;

    private RedisServer server;
    private Jedis jedis;
    private String name;
    private RedisConnections connections;
    private LiveTasks tasks;
    private SqliteRecords records;
    private EventLog log;
    private CacheAside pattern;
    private long requests;

    @Setup
    public void open() throws Exception {
        server = RedisServer.start();
        tasks = new LiveTasks(1);
        connections = new RedisConnections(server.address(), 1, tasks::now);
        records = SqliteRecords.temporary((key, version) -> tasks.now(), key -> Optional.of(VALUE));
        log = new EventLog(history, EventLog.WINDOW_EVENTS);
        pattern = pattern();
        name = "cachescope:" + RUN + ":" + KEY;
        jedis = jedis();
        cacheAside();
    }

    private CacheAside pattern() {
        var calls = new Calls(log, tasks);
        var redis = new RedisCache(connections, new RunKeys(RUN), tasks.startedAt(), tasks::now);
        var cache = new ObservedCache(redis, Tier.REDIS, calls);
        var loaded = new ObservedRecords(records, true, calls);
        var ports = new Ports(cache, loaded, loaded::read, tasks, new OwedInvalidations(tasks));
        return new CacheAside(ports, new FixedExpiry(Duration.ofDays(1)), Strategy.DEFAULT);
    }

    private Jedis jedis() {
        var address = server.address();
        return new Jedis(
                new HostAndPort(address.host(), address.port()),
                DefaultJedisClientConfig.builder().resp2().password(address.password()).build());
    }

    @TearDown
    public void close() throws DatabaseUnavailable {
        jedis.close();
        connections.close();
        records.close();
        log.close();
        tasks.close();
        server.close();
    }

    @Benchmark
    public String bareGet() {
        return jedis.get(name);
    }

    @Benchmark
    public Versioned cacheAside() throws Exception {
        return ScopedValue.where(
                        Caller.CURRENT, Caller.request(requests++, "app-1", VALUE.length()))
                .call(() -> pattern.read(KEY));
    }

    /**
     * Prints the ratios; the arguments are the kind of log, rounds to warm up, and rounds that
     * count.
     */
    public static void main(String... arguments) throws Exception {
        var benchmark = new CacheAsideReadHitBenchmark();
        benchmark.history = History.valueOf(arguments[0]);
        System.out.println("cache-aside read hit, event log " + benchmark.history);
        benchmark.open();
        new Alternation(benchmark::bareGets, benchmark::cacheAsideReads, System.out)
                .run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        benchmark.close();
    }

    private Work bareGets() throws Exception {
        return Work.measure(() -> {
            for (int read = 0; read < READS_A_ROUND; read++) {
                if (bareGet().length() < VALUE.length()) {
                    throw new IllegalStateException("the entry is gone");
                }
            }
            return READS_A_ROUND;
        });
    }

    private Work cacheAsideReads() throws Exception {
        return Work.measure(() -> {
            for (int read = 0; read < READS_A_ROUND; read++) {
                if (!cacheAside().isPresent()) {
                    throw new IllegalStateException("the entry is gone");
                }
            }
            return READS_A_ROUND;
        });
    }
}
