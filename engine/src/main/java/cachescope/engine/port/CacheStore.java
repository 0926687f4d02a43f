package cachescope.engine.port;

import java.util.Optional;

/** A cache as the patterns see it. Calls block; safe for use by many tasks at once. */
public interface CacheStore {

    /** The entry of a key; empty if there is none, it has expired, or only a tombstone is left. */
    Optional<Entry> get(String key) throws CacheUnavailable;

    /** Offers an entry, which then lives until its expiry; returns whether the cache took it. */
    boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable;

    /**
     * Drops the entry of a key unless it is newer than {@code version}, and leaves a tombstone of
     * that version for 10 s, so that a fill which read an older record in the meantime is refused.
     */
    void invalidate(String key, long version) throws CacheUnavailable;

    /** Drops whatever is there and leaves nothing behind: the plain DEL. */
    void remove(String key) throws CacheUnavailable;
}
