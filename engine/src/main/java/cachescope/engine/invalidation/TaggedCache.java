package cachescope.engine.invalidation;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Stamp;
import java.util.Optional;

/**
 * A cache whose entries carry the versions of their tags and of their own key, and are valid while
 * these are in force: to invalidate is to move versions on, in one round trip, which is the same
 * work for one entry or a million.
 *
 * <p>Tags are those of a request, and a recording may give a key other tags on each of its lines.
 * So a write ends the copies of its own key, always; and of all other keys those whose load carried
 * a tag that the write carries too. A copy that was loaded under other tags stays. Where a write
 * could not move its versions and a reader makes up for it, it is the tags of the reader's line
 * that move on, besides the key.
 */
public final class TaggedCache extends StampedCache {
    /** It is not known how many entries carry a tag. */
    private static final long UNKNOWN = -1;

    private final Versions versions;
    private final CopiesListener listener;

    /** The last two parameters are those of {@link StampedCache}. */
    public TaggedCache(
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
        var found = cache.get(key);
        return found.isPresent() && versions.isInForce(found.get().stamp())
                ? found
                : Optional.empty();
    }

    @Override
    Stamp current(String key) throws CacheUnavailable {
        return versions.of(Tags.andKey(key));
    }

    /**
     * What is there is not compared: it may be of the same record and invalid, and an older one is
     * found out by its stamp.
     */
    @Override
    boolean store(String key, Entry stamped, PutCondition condition) throws CacheUnavailable {
        var unless = condition == PutCondition.IF_PRESENT ? condition : PutCondition.ALWAYS;
        return cache.put(key, stamped, unless);
    }

    @Override
    public void bump(String key) throws CacheUnavailable {
        versions.move(Tags.andKey(key));
        Tags.of(key).forEach(tag -> listener.tagInvalidated(tag, UNKNOWN));
    }
}
