package cachescope.engine.port;

/**
 * What a cache holds for a key: a value or a cached absence, with its version. Times are
 * nanoseconds from the run's start; {@code expiresAt} is {@link #NEVER} for an entry that does not
 * expire. {@code loadNanos} is how long the load took that made it.
 */
public record Entry(Versioned versioned, long loadedAt, long expiresAt, long loadNanos) {

    /** The expiry of an entry that does not expire. */
    public static final long NEVER = Long.MAX_VALUE;

    public long version() {
        return versioned.version();
    }
}
