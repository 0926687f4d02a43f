package cachescope.engine.sizing;

/** What a capacity counts. */
public enum By {
    /** Entries, each the same. */
    OBJECTS,
    /** The bytes of values, as the recording tells them; an empty value counts as one. */
    BYTES
}
