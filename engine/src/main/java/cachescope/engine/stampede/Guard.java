package cachescope.engine.stampede;

import cachescope.engine.port.Entry;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import java.util.Optional;

/**
 * Decides who loads, when, and what the others do meanwhile. Safe for use by many tasks at once.
 */
public interface Guard {

    /**
     * Answers a read by what its look-up found, by a load, or by what another's load brings. Blocks
     * for these; throws what the tiers do, {@link cachescope.engine.port.CacheUnavailable} for the
     * pattern to serve the read without a cache, and {@link cachescope.engine.port.LockTimedOut}.
     */
    Versioned answer(String key, Optional<Entry> found, Filling filling)
            throws TierUnavailable, InterruptedException;

    /** Ends background work in good order. Blocks for a bounded time. */
    default void close() throws InterruptedException {}
}
