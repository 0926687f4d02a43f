package cachescope.engine.invalidation;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.ForwardingCache;
import cachescope.engine.port.Glob;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * A cache in which a version is part of each key ({@code user:7@3}): a write moves the version on,
 * and the old entry is never asked for again; it takes up room until it expires. The same rules
 * hold for its versions as for those of tags.
 */
public final class VersionedKeyCache extends ForwardingCache implements Bumps {
    /** What stands between a key and its version. */
    private static final String VERSION = "@";

    private final Versions versions;
    private final CopiesListener listener;
    private final boolean beforeLoad;
    private final boolean bumpsLast;

    /** The last two parameters are those of {@link TaggedCache}. */
    public VersionedKeyCache(
            CacheStore cache,
            Versions versions,
            CopiesListener listener,
            boolean beforeLoad,
            boolean bumpsLast) {
        super(cache);
        this.versions = versions;
        this.listener = listener;
        this.beforeLoad = beforeLoad;
        this.bumpsLast = bumpsLast;
    }

    @Override
    public Optional<Entry> get(String key) throws CacheUnavailable {
        return cache.get(name(key, current(key)));
    }

    @Override
    public Stamp stamp(String key) throws CacheUnavailable {
        return beforeLoad ? current(key) : Stamp.NONE;
    }

    /** Takes an entry that has a stamp. */
    @Override
    public boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        var stamp = beforeLoad ? entry.stamp() : current(key);
        if (stamp.marks().isEmpty()) {
            return false;
        }
        boolean taken = cache.put(name(key, stamp), entry.stamped(stamp), condition);
        if (taken) {
            listener.versionWritten(key, version(stamp), entry);
        }
        return taken;
    }

    @Override
    public boolean write(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        return put(key, entry, condition);
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        if (bumpsLast) {
            bump(key);
        }
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        invalidate(key, Long.MAX_VALUE);
    }

    /** Drops the entries of all versions; what stands behind a key in their names is theirs. */
    @Override
    public long removeMatching(Glob glob) throws CacheUnavailable {
        return cache.removeMatching(new Glob(glob.text() + VERSION + "*"));
    }

    @Override
    public void bump(String key) throws CacheUnavailable {
        listener.versionMoved(key, versions.move(key));
    }

    private Stamp current(String key) throws CacheUnavailable {
        return versions.of(List.of(key));
    }

    private static long version(Stamp stamp) {
        return stamp.marks().getFirst().version();
    }

    private static String name(String key, Stamp stamp) {
        return key + VERSION + version(stamp);
    }
}
