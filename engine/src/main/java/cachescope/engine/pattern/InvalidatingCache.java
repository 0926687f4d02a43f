package cachescope.engine.pattern;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.Committed;
import cachescope.engine.port.ForwardingCache;

/**
 * A cache whose invalidation does not fail for the one who asks: what happens where the cache
 * cannot be told is its own matter.
 */
abstract class InvalidatingCache extends ForwardingCache {
    private final RecentWrites recent;
    private final boolean endsAbsence;

    /**
     * {@code endsAbsence} says whether the write that creates a record drops its cached absence
     * too.
     */
    InvalidatingCache(CacheStore cache, RecentWrites recent, boolean endsAbsence) {
        super(cache);
        this.recent = recent;
        this.endsAbsence = endsAbsence;
    }

    @Override
    public abstract void invalidate(String key, long version);

    /** Drops the copy that a write has overtaken. */
    final void dropOvertaken(Committed write) {
        if (endsAbsence || write.previous().isPresent()) {
            overtaken(write.key(), write.version());
            invalidate(write.key(), write.version());
        }
    }

    /** Notes that the copy of a key is overtaken by a version, before the cache is told. */
    final void overtaken(String key, long version) {
        recent.note(key, version);
    }

    /**
     * The newest version of a key that is known to have overtaken its copy; 0 if none is
     * remembered.
     */
    final long newestWritten(String key) {
        return recent.newest(key);
    }
}
