package cachescope.engine.pattern;

import cachescope.engine.expiry.Expiry;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.strategy.Strategy;

/**
 * Read-through: the application reads from the cache alone, and the cache loads by itself what it
 * does not have. Writes go to the database and then drop the copy.
 */
public final class ReadThrough implements Pattern {
    private final LoadingCache cache;
    private final RecordWrites records;

    public ReadThrough(Ports ports, Expiry expiry, Strategy strategy) {
        this.cache = new LoadingCache(ports, expiry, strategy);
        this.records = new RecordWrites(ports.records(), cache.store());
    }

    @Override
    public Versioned read(String key) throws TierUnavailable, InterruptedException {
        return cache.get(key);
    }

    @Override
    public long write(String key, String value) throws DatabaseUnavailable {
        var committed = records.write(key, value);
        cache.dropOvertaken(committed);
        return committed.version();
    }

    @Override
    public long delete(String key) throws DatabaseUnavailable {
        var committed = records.remove(key);
        cache.dropOvertaken(committed);
        return committed.version();
    }

    @Override
    public void close() throws InterruptedException {
        cache.close();
    }
}
