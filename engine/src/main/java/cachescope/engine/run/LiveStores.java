package cachescope.engine.run;

import cachescope.engine.live.redis.RedisConnections;
import cachescope.engine.live.redis.RunKeys;
import cachescope.engine.live.sqlite.SqliteRecords;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.RecordStore;
import cachescope.engine.strategy.Strategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Redis and an SQLite of one run. */
record LiveStores(
        CacheStore cache, SqliteRecords sqlite, RedisConnections connections, RunKeys keys)
        implements Stores {
    private static final Logger LOGGER = LoggerFactory.getLogger(LiveStores.class);

    @Override
    public RecordStore records() {
        return sqlite;
    }

    /** Does nothing: real stores are as they are. */
    @Override
    public void meet(Strategy strategy) {}

    /**
     * Removes the run's keys from Redis and gives both stores back. What cannot be removed is told
     * on the log.
     */
    @Override
    public void close() {
        try {
            keys.removeAll(connections);
        } catch (CacheUnavailable lost) {
            LOGGER.warn(
                    "The keys of this run stay in Redis until they expire: {}", lost.getMessage());
        }
        connections.close();
        try {
            sqlite.close();
        } catch (DatabaseUnavailable failure) {
            LOGGER.warn("{}", failure.getMessage());
        }
    }
}
