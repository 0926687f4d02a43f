package cachescope.engine.invalidation;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.ForwardingCache;
import cachescope.engine.port.Glob;
import cachescope.engine.port.PutCondition;

/**
 * A cache whose writes are told to all nodes: after the shared copy is set or dropped, so that who
 * hears of it and looks there finds no old one. What was loaded is not told.
 *
 * <p>A write that could not be told fails like one that could not be dropped, so that whoever makes
 * up for the one makes up for the other.
 */
public final class AnnouncingCache extends ForwardingCache {
    /** The version that overtakes all. */
    private static final long ANY = 0;

    private final Announcer announcer;

    public AnnouncingCache(CacheStore cache, Announcer announcer) {
        super(cache);
        this.announcer = announcer;
    }

    @Override
    public boolean write(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        boolean taken = cache.write(key, entry, condition);
        announcer.overtaken(key, entry.version());
        return taken;
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        cache.invalidate(key, version);
        announcer.overtaken(key, version);
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        cache.remove(key);
        announcer.overtaken(key, ANY);
    }

    @Override
    public long removeMatching(Glob glob) throws CacheUnavailable {
        long keys = cache.removeMatching(glob);
        announcer.overtaken(glob);
        return keys;
    }
}
