package cachescope.engine.invalidation;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.ForwardingCache;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Stamp;

/**
 * A cache whose entries bear versions that a write moves on, so that none of them is dropped. The
 * versions must be those of before the load, and move on after the commit. Then a load that a write
 * overtook bears the version of before, and its entry is never served.
 */
abstract class StampedCache extends ForwardingCache implements Bumps {
    private final boolean beforeLoad;
    private final boolean bumpsLast;

    /**
     * {@code beforeLoad} says whether the versions are read before the load, or only when its entry
     * is put; {@code bumpsLast} whether they move when a copy is dropped, or somebody else has
     * moved them before the write.
     */
    StampedCache(CacheStore cache, boolean beforeLoad, boolean bumpsLast) {
        super(cache);
        this.beforeLoad = beforeLoad;
        this.bumpsLast = bumpsLast;
    }

    /** The versions in force for a key. */
    abstract Stamp current(String key) throws CacheUnavailable;

    /** Stores an entry that bears its stamp; returns whether the cache took it. */
    abstract boolean store(String key, Entry stamped, PutCondition condition)
            throws CacheUnavailable;

    @Override
    public final Stamp stamp(String key) throws CacheUnavailable {
        return beforeLoad ? current(key) : Stamp.NONE;
    }

    /** Takes an entry that has a stamp. */
    @Override
    public final boolean put(String key, Entry entry, PutCondition condition)
            throws CacheUnavailable {
        var stamp = beforeLoad ? entry.stamp() : current(key);
        return !stamp.marks().isEmpty() && store(key, entry.stamped(stamp), condition);
    }

    @Override
    public final boolean write(String key, Entry entry, PutCondition condition)
            throws CacheUnavailable {
        return put(key, entry, condition);
    }

    @Override
    public final void invalidate(String key, long version) throws CacheUnavailable {
        if (bumpsLast) {
            bump(key);
        }
    }

    @Override
    public final void remove(String key) throws CacheUnavailable {
        invalidate(key, Long.MAX_VALUE);
    }
}
