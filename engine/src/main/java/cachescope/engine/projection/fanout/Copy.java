package cachescope.engine.projection.fanout;

/**
 * A copy of a record in a cache.
 *
 * @param place the node in whose near cache it lies, or {@link #REDIS}
 * @param seq the event that told of it
 * @param expiresAt {@code Long.MAX_VALUE} for never, or if that is not known
 * @param overtakenReadAt when a read was last answered by it though a later version had been
 *     committed; {@link #NEVER} if that has not happened
 */
public record Copy(String place, long version, long seq, long expiresAt, long overtakenReadAt) {
    /** The place of the copy that all nodes share. */
    public static final String REDIS = "redis";

    /** The time of what has not happened. */
    public static final long NEVER = -1;

    Copy(String place, long version, long seq, long expiresAt) {
        this(place, version, seq, expiresAt, NEVER);
    }

    Copy overtakenReadAt(long at) {
        return new Copy(place, version, seq, expiresAt, at);
    }
}
