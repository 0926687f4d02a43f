package cachescope.engine.invalidation;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
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
public final class VersionedKeyCache extends StampedCache {
    /** What stands between a key and its version. */
    private static final String VERSION = "@";

    private final Versions versions;
    private final CopiesListener listener;

    /** The last two parameters are those of {@link StampedCache}. */
    public VersionedKeyCache(
            CacheStore cache,
            Versions versions,
            CopiesListener listener,
            boolean beforeLoad,
            boolean bumpsLast) {
        super(cache, beforeLoad, bumpsLast);
        this.versions = versions;
        this.listener = listener;
    }

    @Override
    public Optional<Entry> get(String key) throws CacheUnavailable {
        return cache.get(name(key, current(key)));
    }

    @Override
    boolean store(String key, Entry stamped, PutCondition condition) throws CacheUnavailable {
        boolean taken = cache.put(name(key, stamped.stamp()), stamped, condition);
        if (taken) {
            listener.versionWritten(key, version(stamped.stamp()), stamped);
        }
        return taken;
    }

    /** Drops the entries of all versions; what stands behind a key in their names is theirs. */
    @Override
    public long removeMatching(Glob glob) throws CacheUnavailable {
        return cache.removeMatching(new Glob(glob.text() + VERSION + "*"));
    }

    @Override
    public void bump(String key) throws CacheUnavailable {
        listener.versionMoved(key, versions.move(List.of(key)));
    }

    @Override
    Stamp current(String key) throws CacheUnavailable {
        return versions.of(List.of(key));
    }

    private static long version(Stamp stamp) {
        return stamp.marks().getFirst().version();
    }

    private static String name(String key, Stamp stamp) {
        return key + VERSION + version(stamp);
    }
}
