package cachescope.engine.pattern;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Tasks;
import cachescope.engine.stampede.Guard;
import cachescope.engine.stampede.NoGuard;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;

/**
 * What a pattern speaks to.
 *
 * @param loader reads the same records as {@code records}, in order to fill the cache
 * @param guard who loads, when, and what the others do meanwhile
 * @param owed what is still owed to the cache; one for all patterns that use it, one after another
 */
public record Ports(
        CacheStore cache,
        RecordStore records,
        Loader loader,
        Tasks tasks,
        Guard guard,
        OwedInvalidations owed) {

    /** Ports without a guard. */
    public Ports(
            CacheStore cache,
            RecordStore records,
            Loader loader,
            Tasks tasks,
            OwedInvalidations owed) {
        this(cache, records, loader, tasks, new NoGuard(), owed);
    }

    /** The same ports with another guard. */
    public Ports withGuard(Guard newGuard) {
        return new Ports(cache, records, loader, tasks, newGuard, owed);
    }

    /** The cache as a strategy wants copies to be dropped from it, with the fixes that it has. */
    InvalidatingCache invalidatingCache(Strategy strategy) {
        var dropping = droppingCache(strategy);
        var recent = new RecentWrites(tasks);
        boolean endsAbsence = strategy.has(Fix.ABSENCE_ENDS_AT_CREATION);
        return strategy.has(Fix.RETRY_INVALIDATION)
                ? new OwingCache(dropping, recent, endsAbsence, owed)
                : new CarelessCache(dropping, recent, endsAbsence);
    }

    /**
     * The cache, with tombstones or without, whose invalidation fails where the cache cannot be
     * told.
     */
    CacheStore droppingCache(Strategy strategy) {
        return strategy.has(Fix.TOMBSTONE) ? cache : new PlainDeleteCache(cache);
    }
}
