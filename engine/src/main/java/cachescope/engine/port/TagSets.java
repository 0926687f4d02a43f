package cachescope.engine.port;

import java.util.List;

/**
 * Sets of the keys that carry each tag, beside a cache. Calls block for one round trip; safe for
 * use by many tasks at once.
 */
public interface TagSets {

    /** Notes that the entry of a key carries a tag. */
    void add(String tag, String key) throws CacheUnavailable;

    /** The keys that carry a tag, in no particular order. */
    List<String> members(String tag) throws CacheUnavailable;

    /** Forgets the set of a tag. */
    void remove(String tag) throws CacheUnavailable;
}
