package cachescope.engine.event;

/**
 * How a read was answered as a whole, decided at its first look-up: a hit if any cache tier or the
 * pending writes held the value; unanswered if it failed before that was known.
 */
public enum Answer {
    HIT,
    MISS,
    UNANSWERED
}
