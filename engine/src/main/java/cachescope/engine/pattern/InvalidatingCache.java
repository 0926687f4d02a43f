package cachescope.engine.pattern;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.Committed;

/**
 * A cache whose invalidation does not fail for the one who asks: what happens where the cache
 * cannot be told is its own matter.
 */
abstract class InvalidatingCache extends ForwardingCache {
    private final boolean endsAbsence;

    /**
     * {@code endsAbsence} says whether the write that creates a record drops its cached absence
     * too.
     */
    InvalidatingCache(CacheStore cache, boolean endsAbsence) {
        super(cache);
        this.endsAbsence = endsAbsence;
    }

    @Override
    public abstract void invalidate(String key, long version);

    /** Drops the copy that a write has overtaken. */
    final void dropOvertaken(Committed write) {
        if (endsAbsence || write.previous().isPresent()) {
            invalidate(write.key(), write.version());
        }
    }
}
