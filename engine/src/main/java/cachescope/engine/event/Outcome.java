package cachescope.engine.event;

/**
 * How a look-up in a cache went. EXPIRED is a miss of which the observer still knows that an entry
 * was written there and that its expiry has passed.
 */
public enum Outcome {
    HIT,
    MISS,
    EXPIRED
}
