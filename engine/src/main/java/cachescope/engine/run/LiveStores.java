package cachescope.engine.run;

import cachescope.engine.eviction.OrderListener;
import cachescope.engine.live.redis.RedisBus;
import cachescope.engine.live.redis.RedisCache;
import cachescope.engine.live.redis.RedisConnections;
import cachescope.engine.live.redis.RedisKeySpace;
import cachescope.engine.live.redis.RedisLeases;
import cachescope.engine.live.redis.RedisLocks;
import cachescope.engine.live.redis.RedisMarks;
import cachescope.engine.live.redis.RedisStructures;
import cachescope.engine.live.redis.RedisTagSets;
import cachescope.engine.live.redis.RedisTracking;
import cachescope.engine.live.redis.RunKeys;
import cachescope.engine.live.sqlite.SqliteRecords;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.MessageLosses;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.structure.Structures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Redis, to which each node has connections of its own, and an SQLite of one run. */
final class LiveStores implements Stores {
    private static final Logger LOGGER = LoggerFactory.getLogger(LiveStores.class);

    private final Supplier<RedisConnections> connect;
    private final boolean bundled;
    private final RunKeys keys;
    private final SqliteRecords sqlite;
    private final Tasks tasks;
    private final RedisConnections own;
    private final OpenStructures structures;
    private final List<RedisConnections> ofNodes = new CopyOnWriteArrayList<>();

    /**
     * {@code connect} makes the connections of one node; {@code bundled} says whether the Redis is
     * ours alone.
     */
    LiveStores(
            Supplier<RedisConnections> connect,
            boolean bundled,
            RunKeys keys,
            SqliteRecords sqlite,
            Tasks tasks) {
        this.connect = connect;
        this.bundled = bundled;
        this.keys = keys;
        this.sqlite = sqlite;
        this.tasks = tasks;
        this.own = connect.get();
        this.structures = new OpenStructures(new RedisStructures(own, keys));
    }

    @Override
    public NodeStores node(String name) {
        var connections = connect.get();
        ofNodes.add(connections);
        var cache = new RedisCache(connections, keys, tasks.startedAt(), tasks::now);
        return new NodeStores(
                cache,
                new RedisLocks(connections, keys),
                new RedisLeases(connections, keys, cache),
                new RedisMarks(connections, keys),
                new RedisTagSets(connections, keys),
                Optional.of(new RedisTracking(connections, keys, tasks)),
                Optional.empty());
    }

    @Override
    public MessageBus bus(MessageLosses losses) {
        return new RedisBus(own, keys, tasks, losses);
    }

    @Override
    public RecordStore records() {
        return sqlite;
    }

    @Override
    public KeySpace keySpace() {
        return new RedisKeySpace(own, keys);
    }

    @Override
    public Structures structures() {
        return new Structures(structures, tasks);
    }

    /** Redis keeps no order that could be seen. */
    @Override
    public void watch(@Nullable OrderListener<String> listener) {}

    /** Does nothing: real stores are as they are. */
    @Override
    public void meet(Strategy strategy) {}

    @Override
    public Optional<String> reasonAgainstPausing() {
        return bundled
                ? Optional.empty()
                : Optional.of(
                        "Only the bundled Redis can be paused: this one may serve others too.");
    }

    @Override
    public void pauseCache(Duration time) {
        if (!bundled) {
            return;
        }
        try {
            own.pause(time);
        } catch (CacheUnavailable lost) {
            LOGGER.warn("Redis could not be paused: {}", lost.getMessage());
        }
    }

    /**
     * Removes the run's keys from Redis and gives both stores back. What cannot be removed is told
     * on the log.
     */
    @Override
    public void close() {
        structures.close();
        try {
            keys.removeAll(own);
        } catch (CacheUnavailable lost) {
            LOGGER.warn(
                    "The keys of this run stay in Redis until they expire: {}", lost.getMessage());
        }
        own.close();
        ofNodes.forEach(RedisConnections::close);
        try {
            sqlite.close();
        } catch (DatabaseUnavailable failure) {
            LOGGER.warn("{}", failure.getMessage());
        }
    }
}
