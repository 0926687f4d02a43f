package cachescope.engine.event;

/** Why an entry left a cache. */
public enum Removal {
    INVALIDATED,
    EXPIRED,
    EVICTED,
    DELETED
}
