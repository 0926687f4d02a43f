package cachescope.engine.run;

import cachescope.engine.live.LiveTasks;
import cachescope.engine.live.redis.RedisAddress;
import cachescope.engine.live.redis.RedisConnections;
import cachescope.engine.live.redis.RedisServer;
import cachescope.engine.live.redis.RunKeys;
import cachescope.engine.live.sqlite.SqliteCommitHistory;
import cachescope.engine.live.sqlite.SqliteRecords;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CommitHistory;
import cachescope.engine.port.Commits;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.SimulatedOnly;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The live world: a real Redis, a real SQLite, virtual threads and the system's clock. The bundled
 * Redis serves all runs of the world and ends with it.
 */
public final class LiveWorld implements World {
    /** Of one node: a herd that all connects at once is more than a Redis takes in a second. */
    private static final int CONNECTIONS_MAX = 64;

    private static final int RUN_ID_LENGTH = 8;

    /** A share of the memory, as each value is there in several forms. */
    private static final long BYTES_IN_FLIGHT_MAX = Runtime.getRuntime().maxMemory() / 16;

    private final @Nullable RedisServer server;
    private final RedisAddress redis;
    private final @Nullable Path database;
    private final String redisVersion;

    private LiveWorld(
            @Nullable RedisServer server,
            RedisAddress redis,
            @Nullable Path database,
            String redisVersion) {
        this.server = server;
        this.redis = redis;
        this.database = database;
        this.redisVersion = redisVersion;
    }

    /**
     * Starts the bundled Redis or looks whether the given one answers. Blocks; throws with the
     * reason if there is none.
     */
    public static LiveWorld open(LiveOptions options) throws RunException {
        var url = options.redis();
        var given = url == null ? null : address(url);
        RedisServer server = null;
        try {
            server = given == null ? RedisServer.start() : null;
            var address = given == null ? Objects.requireNonNull(server).address() : given;
            try (var looking = new LiveTasks(0);
                    var connections = new RedisConnections(address, 1, looking::now)) {
                return new LiveWorld(server, address, options.database(), connections.check());
            }
        } catch (CacheUnavailable unavailable) {
            if (server != null) {
                server.close();
            }
            throw RunException.failed(unavailable);
        }
    }

    private static RedisAddress address(String url) throws RunException {
        try {
            return RedisAddress.parse(url);
        } catch (IllegalArgumentException wrong) {
            throw RunException.wrongInput("--redis: " + wrong.getMessage(), wrong);
        }
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String redisVersion() {
        return redisVersion;
    }

    @Override
    public String sqliteVersion() {
        return SqliteRecords.version();
    }

    @Override
    public Tasks tasks(long seed) {
        return new LiveTasks(seed);
    }

    @Override
    public LongSupplier wallClock() {
        return new LiveTasks(0)::now;
    }

    @Override
    public Payload payload() {
        return Payload.FULL;
    }

    @Override
    public long bytesInFlightMax() {
        return BYTES_IN_FLIGHT_MAX;
    }

    /** Divides durations by the speed; refuses those that get too short, and simulated faults. */
    @Override
    public Strategy effective(Strategy strategy, double speed) throws StrategyException {
        SimulatedOnly.refuse(strategy);
        return speed == Pace.MAX ? strategy : strategy.scaled(speed);
    }

    @Override
    public Stores open(
            Tasks tasks,
            Commits commits,
            Function<String, Optional<String>> baseline,
            int concurrency)
            throws RunException {
        var keys = new RunKeys(UUID.randomUUID().toString().substring(0, RUN_ID_LENGTH));
        int size = Math.min(CONNECTIONS_MAX, concurrency + 8);
        Supplier<RedisConnections> connect = () -> new RedisConnections(redis, size, tasks::now);
        try {
            return new LiveStores(connect, server != null, keys, records(commits, baseline), tasks);
        } catch (DatabaseUnavailable refused) {
            throw database == null
                    ? RunException.failed(refused)
                    : RunException.wrongInput(refused);
        }
    }

    private SqliteRecords records(Commits commits, Function<String, Optional<String>> baseline)
            throws DatabaseUnavailable {
        return database == null
                ? SqliteRecords.temporary(commits, baseline)
                : SqliteRecords.open(database, commits, baseline);
    }

    @Override
    public CommitHistory commitHistory() {
        return SqliteCommitHistory.temporary();
    }

    /** The bundled Redis; absent where another one is used, which is not ours to stop. */
    public Optional<RedisServer> server() {
        return Optional.ofNullable(server);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
