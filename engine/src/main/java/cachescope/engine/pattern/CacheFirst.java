package cachescope.engine.pattern;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;

/**
 * Write-through in the wrong order: the cache has the value before the database does, so where the
 * database fails readers are served what was never written. The version can only be guessed; it is
 * put right after the commit.
 */
final class CacheFirst {
    private final CacheStore cache;
    private final RecordWrites records;
    private final Entries entries;

    CacheFirst(CacheStore cache, RecordWrites records, Entries entries) {
        this.cache = cache;
        this.records = records;
        this.entries = entries;
    }

    long write(String key, String value) throws TierUnavailable {
        long guess = cache.get(key).map(Entry::version).orElse(0L) + 1;
        put(key, new Versioned(guess, value));
        long version = records.write(key, value).version();
        if (version != guess) {
            put(key, new Versioned(version, value));
        }
        return version;
    }

    long delete(String key) throws TierUnavailable {
        cache.remove(key);
        return records.remove(key).version();
    }

    private void put(String key, Versioned value) throws TierUnavailable {
        cache.write(key, entries.written(key, value), PutCondition.ALWAYS);
    }
}
