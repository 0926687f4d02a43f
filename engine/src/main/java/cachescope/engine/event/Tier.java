package cachescope.engine.event;

/** A place that a request passes, from the one who asks to the system of record. */
public enum Tier {
    CLIENT,
    EDGE,
    LOAD_BALANCER,
    APP,
    NEAR_CACHE,
    REDIS,
    DATABASE
}
