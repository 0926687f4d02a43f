package cachescope.engine.event;

/** What a call asks of a tier. */
public enum CallKind {
    /** Look a key up in a cache. */
    GET,
    /** Set an entry in a cache. */
    PUT,
    /** Drop an entry from a cache and leave its version behind as a tombstone. */
    INVALIDATE,
    /** Drop an entry from a cache and leave nothing behind. */
    REMOVE,
    /** Drop the entries of all keys that a pattern means. */
    SWEEP,
    /** Read the versions by which an entry is to be judged. */
    STAMP,
    /** Read a record. */
    READ,
    /** Commit a record's next version. */
    WRITE,
    /** Commit a tombstone as a record's next version. */
    DELETE,
    /** Commit a batch of records in one transaction. */
    FLUSH,
    /** Put a record back as it was before a write, under a further version. */
    UNDO,
    /** Take a key's lock. */
    LOCK,
    /** Let a key's lock last longer. */
    EXTEND,
    /** Release a key's lock. */
    RELEASE,
    /** Send a message on a channel. */
    PUBLISH
}
