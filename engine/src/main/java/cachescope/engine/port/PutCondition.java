package cachescope.engine.port;

/** When a cache takes an offered entry. The test and the set are one step. */
public enum PutCondition {
    /** Always: the plain SET. */
    ALWAYS,
    /**
     * If neither an entry of the same or a greater version nor a tombstone of a greater one is
     * there. The tombstone's own version may come back: a read after the write that left it has
     * found the newest record.
     */
    IF_NEWER,
    /**
     * If there is an entry (not a tombstone) and it is not newer: SET XX with a check of the
     * version.
     */
    IF_PRESENT
}
