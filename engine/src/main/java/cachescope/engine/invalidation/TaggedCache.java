package cachescope.engine.invalidation;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.ForwardingCache;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Stamp;
import java.util.Optional;

/**
 * A cache whose entries carry the versions of their tags and are valid while these are in force: to
 * invalidate is to move a version on, which is the same work for one entry or a million.
 *
 * <p>The versions must be those of before the load, and move on after the commit. Then a load that
 * a write overtook carries the version of before, and its entry is never served.
 */
public final class TaggedCache extends ForwardingCache implements Bumps {
    /** It is not known how many entries carry a tag. */
    private static final long UNKNOWN = -1;

    private final Versions versions;
    private final CopiesListener listener;
    private final boolean beforeLoad;
    private final boolean bumpsLast;

    /**
     * {@code beforeLoad} says whether the versions are read before the load, or only when its entry
     * is put; {@code bumpsLast} whether they move when a copy is dropped, or somebody else has
     * moved them before the write.
     */
    public TaggedCache(
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
        var found = cache.get(key);
        return found.isPresent() && versions.isInForce(found.get().stamp())
                ? found
                : Optional.empty();
    }

    @Override
    public Stamp stamp(String key) throws CacheUnavailable {
        return beforeLoad ? versions.of(Tags.of(key)) : Stamp.NONE;
    }

    /**
     * Takes an entry that has a stamp. What is there is not compared: it may be of the same record
     * and invalid, and an older one is found out by its stamp.
     */
    @Override
    public boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        var stamp = beforeLoad ? entry.stamp() : versions.of(Tags.of(key));
        if (stamp.marks().isEmpty()) {
            return false;
        }
        var unless = condition == PutCondition.IF_PRESENT ? condition : PutCondition.ALWAYS;
        return cache.put(key, entry.stamped(stamp), unless);
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

    @Override
    public void bump(String key) throws CacheUnavailable {
        for (var tag : Tags.of(key)) {
            versions.move(tag);
            listener.tagInvalidated(tag, UNKNOWN);
        }
    }
}
