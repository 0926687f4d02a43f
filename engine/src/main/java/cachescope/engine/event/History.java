package cachescope.engine.event;

/** What becomes of events that no longer fit into a log's memory. */
public enum History {
    /** They go to a temporary file, from which they can still be read. */
    SPILL,
    /** They are let go: for a run at which nobody will look back. */
    NONE
}
