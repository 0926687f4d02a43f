package cachescope.engine.projection.stampede;

import cachescope.engine.event.Cause;

/**
 * A request, or a piece of background work, that is busy with a key.
 *
 * @param waitsSince when it began to wait for another; {@link #NOT} if it does not
 * @param loadsSince when its read of the database left; {@link #NOT} if none is in flight
 * @param round the round of the key that its last load belongs to; {@link #NOT} if there was none
 */
public record Reader(
        Cause cause,
        String key,
        String node,
        long startedAt,
        long waitsSince,
        long loadsSince,
        long round) {
    /** The time of what is not so. */
    public static final long NOT = -1;

    Reader(Cause cause, String key, String node, long startedAt) {
        this(cause, key, node, startedAt, NOT, NOT, NOT);
    }

    /** Whether no request waits for its end. */
    public boolean background() {
        return cause instanceof Cause.Background;
    }

    public boolean waits() {
        return waitsSince != NOT;
    }

    public boolean loads() {
        return loadsSince != NOT;
    }

    Reader on(String itsNode) {
        return new Reader(cause, key, itsNode, startedAt, waitsSince, loadsSince, round);
    }

    Reader waitingSince(long at) {
        return new Reader(cause, key, node, startedAt, at, loadsSince, round);
    }

    Reader loading(long since, long ofRound) {
        return new Reader(cause, key, node, startedAt, waitsSince, since, ofRound);
    }

    Reader loaded() {
        return new Reader(cause, key, node, startedAt, waitsSince, NOT, round);
    }
}
