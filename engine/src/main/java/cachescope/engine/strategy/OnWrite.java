package cachescope.engine.strategy;

/** What cache-aside does to the cache after a write to the database. */
public enum OnWrite {
    /** Drop the cached copy. */
    DELETE,
    /** Set the new value. */
    UPDATE
}
