package cachescope.engine.pattern;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Committed;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.RecordStore;

/**
 * Writes to the database on behalf of patterns that hold copies. Where it stays unknown whether a
 * write was committed, the copy of its key is dropped, because it may have been overtaken; the
 * caller learns of the failure in any case.
 */
final class RecordWrites {
    private final RecordStore records;
    private final CacheStore cache;

    RecordWrites(RecordStore records, CacheStore cache) {
        this.records = records;
        this.cache = cache;
    }

    Committed write(String key, String value) throws DatabaseUnavailable {
        try {
            return records.write(key, value);
        } catch (DatabaseUnavailable failure) {
            throw withoutDoubtfulCopy(key, failure);
        }
    }

    Committed remove(String key) throws DatabaseUnavailable {
        try {
            return records.remove(key);
        } catch (DatabaseUnavailable failure) {
            throw withoutDoubtfulCopy(key, failure);
        }
    }

    private DatabaseUnavailable withoutDoubtfulCopy(String key, DatabaseUnavailable failure) {
        if (failure.outcomeUnknown()) {
            try {
                cache.remove(key);
            } catch (CacheUnavailable alsoLost) {
                failure.addSuppressed(alsoLost);
            }
        }
        return failure;
    }
}
