package cachescope.engine.port;

/** When a cache takes an offered entry. The test and the set are one step. */
public enum PutCondition {
    /** Always: the plain SET. */
    ALWAYS,
    /** If neither an entry nor a tombstone of the same or a greater version is there. */
    IF_NEWER,
    /** If there is an entry (not a tombstone) and it is not newer: SET XX with a check of the version. */
    IF_PRESENT
}
