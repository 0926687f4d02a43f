package cachescope.engine.pattern;

import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;

/**
 * How an application reads and writes through its caches. Calls block; safe for use by many tasks
 * at once.
 */
public interface Pattern {

    /** The value of a key, as fresh as the pattern promises; throws if no tier could answer. */
    Versioned read(String key) throws TierUnavailable, InterruptedException;

    /** Writes a value and returns its version; throws if the write was not acknowledged. */
    long write(String key, String value) throws TierUnavailable, InterruptedException;

    /**
     * Deletes a key and returns the version of its tombstone; throws if the delete was not
     * acknowledged.
     */
    long delete(String key) throws TierUnavailable, InterruptedException;

    /**
     * Whether a write is acknowledged before it is committed, so that reads may return what is not
     * committed yet.
     */
    default boolean commitsLater() {
        return false;
    }

    /**
     * Says what is lost when the node is killed; its tasks have been told to stop, and what is in
     * memory will be gone. Blocks.
     */
    default void crash() throws InterruptedException {}

    /** Ends background work in good order: what was acknowledged is made durable first. Blocks. */
    default void close() throws InterruptedException {}
}
