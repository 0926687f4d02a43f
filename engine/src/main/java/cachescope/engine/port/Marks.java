package cachescope.engine.port;

import java.util.List;

/**
 * Versions of names beside a cache, such as of tags, by which entries are judged. Like entries they
 * may be evicted. Calls block; safe for use by many tasks at once.
 */
public interface Marks {

    /**
     * The versions of names, in their order. A name that has none is given {@code ifNone}, which it
     * keeps; where that is 0 it stays without one and counts as 0. Blocks for one round trip, and
     * for one more only where versions are given.
     */
    List<Long> read(List<String> names, long ifNone) throws CacheUnavailable;

    /** Gives one or more names a version, whatever they had. Blocks for one round trip. */
    void set(List<String> names, long version) throws CacheUnavailable;

    /**
     * Gives one or more names the number after their own, 1 where they have none, and returns these
     * in the order of the names. Blocks for one round trip.
     */
    List<Long> increment(List<String> names) throws CacheUnavailable;
}
