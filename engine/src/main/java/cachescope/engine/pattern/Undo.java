package cachescope.engine.pattern;

import cachescope.engine.event.Tier;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Committed;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.WriteRejected;
import cachescope.engine.strategy.Quoted;

/**
 * Takes back in the database a write that the cache did not take: drops the key from the cache,
 * puts the record back as it was under a further version, and drops what a reader may have cached
 * in between.
 */
final class Undo {
    private final RecordStore records;
    private final InvalidatingCache cache;
    private final RejectedWrites rejected;

    Undo(RecordStore records, InvalidatingCache cache, RejectedWrites rejected) {
        this.records = records;
        this.cache = cache;
        this.rejected = rejected;
    }

    /** Takes a write back and returns what its caller is to be told: both halves. */
    WriteRejected reject(Committed write, CacheUnavailable failure) {
        cache.invalidate(write.key(), write.version());
        var cacheHalf =
                "The write of %s was rejected: the cache did not take it (%s), so the key is dropped there"
                        .formatted(Quoted.of(write.key()), failure.getMessage());
        try {
            long version = undo(write);
            var databaseHalf =
                    version == 0
                            ? "a later write has overtaken it in the database"
                            : "the database has what it had before, as version " + version;
            return new WriteRejected(
                    Tier.REDIS, cacheHalf + ", and " + databaseHalf + ".", true, failure);
        } catch (DatabaseUnavailable undoFailure) {
            var message =
                    "%s, but the database still has it as version %s, because taking it back failed too (%s)."
                            .formatted(cacheHalf, write.version(), undoFailure.getMessage());
            var rejection = new WriteRejected(Tier.DATABASE, message, false, undoFailure);
            rejection.addSuppressed(failure);
            return rejection;
        }
    }

    /**
     * Returns the version under which the record was put back, 0 if a later write had overtaken it.
     */
    private long undo(Committed write) throws DatabaseUnavailable {
        var next = rejected.reject(write);
        while (true) {
            var undone = records.undo(next);
            if (undone.isEmpty()) {
                return 0;
            }
            long version = undone.get().version();
            cache.overtaken(write.key(), version);
            cache.invalidate(write.key(), version);
            var further = rejected.restored(next.previous(), undone.get());
            if (further.isEmpty()) {
                return version;
            }
            next = further.get();
        }
    }
}
