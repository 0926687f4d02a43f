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
     * for more only where versions are given.
     */
    List<Long> read(List<String> names, long ifNone) throws CacheUnavailable;

    /** Gives a name a version, whatever it had. */
    void set(String name, long version) throws CacheUnavailable;

    /** Gives a name the number after its own, 1 where it has none, and returns it. */
    long increment(String name) throws CacheUnavailable;
}
