package cachescope.engine.pattern;

import cachescope.engine.expiry.Expiry;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.WriteRejected;
import cachescope.engine.stampede.Guard;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;

/**
 * Write-through: a write goes to the database and then to the cache, and is answered when both have
 * it; if the cache does not take it, it is taken back in the database and rejected. Reads that miss
 * load and fill.
 *
 * <p>While the cache is lost, writes are rejected and reads are served by the database.
 */
public final class WriteThrough implements Pattern {
    private final InvalidatingCache cache;
    private final CacheStore droppingCache;
    private final RecordStore records;
    private final Guard guard;
    private final RecordWrites writes;
    private final Entries entries;
    private final RejectedWrites rejected;
    private final Undo undo;
    private final Fill fill;
    private final SecondLook secondLook;
    private final Strategy strategy;

    public WriteThrough(Ports ports, Expiry expiry, Strategy strategy) {
        this.cache = ports.invalidatingCache(strategy);
        this.droppingCache = ports.droppingCache(strategy);
        this.records = ports.records();
        this.guard = ports.guard();
        this.writes = new RecordWrites(records, cache);
        this.entries = new Entries(ports.tasks(), expiry, strategy.negativeTimeToLive());
        this.rejected = new RejectedWrites(ports.tasks());
        this.undo = new Undo(records, cache, rejected);
        this.fill = new Fill(ports, cache, entries, strategy);
        this.secondLook =
                new SecondLook(cache, cache::newestWritten, Checks.ofWrite(strategy), strategy);
        this.strategy = strategy;
    }

    @Override
    public Versioned read(String key) throws TierUnavailable, InterruptedException {
        try {
            return guard.answer(key, cache.get(key), fill);
        } catch (CacheUnavailable lost) {
            return records.read(key);
        }
    }

    @Override
    public long write(String key, String value) throws TierUnavailable {
        if (!strategy.has(Fix.DATABASE_FIRST)) {
            return new CacheFirst(cache, writes, entries).write(key, value);
        }
        rejected.begin(key);
        try {
            return databaseThenCache(key, value);
        } finally {
            rejected.end(key);
        }
    }

    @Override
    public long delete(String key) throws TierUnavailable {
        if (!strategy.has(Fix.DATABASE_FIRST)) {
            return new CacheFirst(cache, writes, entries).delete(key);
        }
        rejected.begin(key);
        try {
            return deleteInDatabaseThenCache(key);
        } finally {
            rejected.end(key);
        }
    }

    @Override
    public void close() throws InterruptedException {
        guard.close();
    }

    private long databaseThenCache(String key, String value)
            throws DatabaseUnavailable, WriteRejected {
        var committed = writes.write(key, value);
        long version = committed.version();
        cache.overtaken(key, version);
        try {
            var entry = entries.written(key, new Versioned(version, value));
            cache.write(key, entry, Checks.ofWrite(strategy));
            secondLook.at(key, version);
            return version;
        } catch (CacheUnavailable failure) {
            throw undo.reject(committed, failure);
        }
    }

    private long deleteInDatabaseThenCache(String key) throws DatabaseUnavailable, WriteRejected {
        var committed = writes.remove(key);
        cache.overtaken(key, committed.version());
        try {
            droppingCache.invalidate(key, committed.version());
            return committed.version();
        } catch (CacheUnavailable failure) {
            throw undo.reject(committed, failure);
        }
    }
}
