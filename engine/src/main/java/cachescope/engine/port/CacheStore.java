package cachescope.engine.port;

import java.util.Optional;

/** A cache as the patterns see it. Calls block; safe for use by many tasks at once. */
public interface CacheStore {

    /** The entry of a key; empty if there is none, it has expired, or only a tombstone is left. */
    Optional<Entry> get(String key) throws CacheUnavailable;

    /** Offers an entry, which then lives until its expiry; returns whether the cache took it. */
    boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable;

    /**
     * Offers the entry of a value that was just written, where {@link #put} offers one that was
     * loaded: other copies of the key are overtaken by it.
     */
    default boolean write(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        return put(key, entry, condition);
    }

    /**
     * What an entry of a key that is loaded from now on is to be judged by; asked before the load
     * and put with its entry.
     */
    default Stamp stamp(String key) throws CacheUnavailable {
        return Stamp.NONE;
    }

    /**
     * Drops the entry of a key unless it is newer than {@code version}, and leaves a tombstone of
     * that version for 10 s, so that a fill which read an older record in the meantime is refused.
     */
    void invalidate(String key, long version) throws CacheUnavailable;

    /** Drops whatever is there and leaves nothing behind: the plain DEL. */
    void remove(String key) throws CacheUnavailable;

    /**
     * Drops the entries of all keys that a pattern means, each as if it were invalidated with its
     * own version, and returns how many there were; tombstones stay. Takes a time that grows with
     * what is there; an entry that is put meanwhile may stay.
     */
    long removeMatching(Glob glob) throws CacheUnavailable;
}
