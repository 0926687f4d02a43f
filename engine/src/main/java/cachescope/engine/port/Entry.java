package cachescope.engine.port;

/**
 * What a cache holds for a key: a value or a cached absence, with its version. Times are
 * nanoseconds from the run's start.
 *
 * @param loadedAt when the load began that made it
 * @param expiresAt when it expires; {@link #NEVER} for an entry that does not
 * @param loadNanos how long the load took that made it
 * @param keptUntil until when the cache keeps it: its expiry, or later where it may be served in a
 *     time of grace
 * @param stamp what else it is judged by
 */
public record Entry(
        Versioned versioned,
        long loadedAt,
        long expiresAt,
        long loadNanos,
        long keptUntil,
        Stamp stamp) {

    /** The expiry of an entry that does not expire. */
    public static final long NEVER = Long.MAX_VALUE;

    /** An entry that is kept until it expires and judged by nothing else. */
    public Entry(Versioned versioned, long loadedAt, long expiresAt, long loadNanos) {
        this(versioned, loadedAt, expiresAt, loadNanos, expiresAt, Stamp.NONE);
    }

    public long version() {
        return versioned.version();
    }

    /** The same entry, kept beyond its expiry until a time that is not before it. */
    public Entry keptUntil(long newKeptUntil) {
        return new Entry(versioned, loadedAt, expiresAt, loadNanos, newKeptUntil, stamp);
    }

    /** The same entry with a stamp. */
    public Entry stamped(Stamp newStamp) {
        return new Entry(versioned, loadedAt, expiresAt, loadNanos, keptUntil, newStamp);
    }
}
