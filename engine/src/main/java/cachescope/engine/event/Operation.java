package cachescope.engine.event;

/** What a request wants done with its key. */
public enum Operation {
    READ,
    WRITE,
    DELETE
}
