package cachescope.engine.pattern;

import cachescope.engine.port.PutCondition;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;
import java.util.function.ToLongFunction;

/**
 * A look, after something was put into a cache, whether a write has overtaken it meanwhile; if so
 * it is dropped.
 *
 * <p>The cache refuses what is older than the newer version that it has, or its tombstone; but
 * either may be evicted, and a write that set its value leaves no tombstone at all. So the put
 * comes first and the look second: a write is remembered before its own put, so of two that cross
 * the later one sees the other.
 */
final class SecondLook {
    private final InvalidatingCache cache;
    private final ToLongFunction<String> newestWritten;
    private final boolean looks;
    private final boolean checksFills;

    /**
     * {@code newestWritten} gives the version of the last write of a key that is remembered, 0 if
     * none is; {@code condition} is that of the put.
     */
    SecondLook(
            InvalidatingCache cache,
            ToLongFunction<String> newestWritten,
            PutCondition condition,
            Strategy strategy) {
        this.cache = cache;
        this.newestWritten = newestWritten;
        this.looks = condition == PutCondition.IF_NEWER && strategy.has(Fix.TOMBSTONE);
        this.checksFills = strategy.has(Fix.CHECKED_FILL);
    }

    /**
     * Whether a version that was found in the cache is known to be overtaken: its put has not had
     * its second look yet. Where fills are not checked nobody asks, so that their race shows.
     */
    boolean isOvertaken(String key, long version) {
        return looks && checksFills && newestWritten.applyAsLong(key) > version;
    }

    /** Drops a version that is, or may be, in the cache if it was overtaken. */
    void at(String key, long version) {
        long newest = looks ? newestWritten.applyAsLong(key) : 0;
        if (newest > version) {
            cache.invalidate(key, newest);
        }
    }
}
