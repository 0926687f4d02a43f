package cachescope.engine.pattern;

import cachescope.engine.expiry.Expiry;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.stampede.Filling;
import cachescope.engine.stampede.Guard;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;

/**
 * Cache-aside, or lazy loading: the application asks the cache, and after a miss asks the database
 * and fills the cache itself; it writes to the database and then drops the copy, or sets the new
 * value.
 *
 * <p>It survives a lost cache: the database then serves reads and takes writes.
 */
public final class CacheAside implements Pattern {
    private final InvalidatingCache cache;
    private final RecordStore records;
    private final Guard guard;
    private final RecordWrites writes;
    private final Entries entries;
    private final Fill fill;
    private final SecondLook secondLook;
    private final Strategy strategy;

    public CacheAside(Ports ports, Expiry expiry, Strategy strategy) {
        this.cache = ports.invalidatingCache(strategy);
        this.records = ports.records();
        this.guard = ports.guard();
        this.writes = new RecordWrites(records, cache);
        this.entries = new Entries(ports.tasks(), expiry, strategy.negativeTimeToLive());
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
    public long write(String key, String value) throws DatabaseUnavailable {
        if (!strategy.has(Fix.DATABASE_FIRST)) {
            dropBeforehand(key);
            return writes.write(key, value).version();
        }
        var committed = writes.write(key, value);
        switch (strategy.onWrite()) {
            case DELETE -> cache.dropOvertaken(committed);
            case UPDATE -> update(key, new Versioned(committed.version(), value));
        }
        return committed.version();
    }

    @Override
    public long delete(String key) throws DatabaseUnavailable {
        if (!strategy.has(Fix.DATABASE_FIRST)) {
            dropBeforehand(key);
            return writes.remove(key).version();
        }
        var committed = writes.remove(key);
        cache.dropOvertaken(committed);
        return committed.version();
    }

    @Override
    public void close() throws InterruptedException {
        guard.close();
    }

    private void update(String key, Versioned written) {
        cache.overtaken(key, written.version());
        try {
            cache.write(key, entries.written(key, written), Checks.ofWrite(strategy));
            secondLook.at(key, written.version());
        } catch (CacheUnavailable failure) {
            cache.invalidate(key, written.version());
        }
    }

    /**
     * The wrong order: a reader can fetch the old record and keep it before the new one is there.
     */
    private void dropBeforehand(String key) {
        try {
            cache.remove(key);
        } catch (CacheUnavailable lost) {
            return;
        }
    }

    InvalidatingCache cache() {
        return cache;
    }

    /** How it looks keys up and loads them. */
    Filling fill() {
        return fill;
    }
}
