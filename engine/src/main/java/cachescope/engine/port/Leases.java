package cachescope.engine.port;

import java.time.Duration;

/**
 * Leases on keys that a cache does not have: a token is given at the miss and needed for the fill,
 * and killed by whatever drops the key. So a fill that a write has overtaken is refused, however
 * late it comes. At most one token has a key's lease, for a limited time. Tokens must not repeat.
 *
 * <p>Each call is one step over the lease and the entry. Calls block for one round trip, never for
 * a lease; safe for use by many tasks at once. Times are as in {@link Locks}.
 */
public interface Leases {

    /**
     * Gives the lease of a key to a token unless another has it; returns whether it was given. If
     * the answer is lost the token may have it all the same, until its time is over.
     */
    boolean take(String key, String token, Duration time) throws CacheUnavailable;

    /**
     * Offers an entry if the token has the key's lease, which ends by it whatever becomes of the
     * offer; returns whether the cache took the entry.
     */
    boolean put(String key, String token, Entry entry, PutCondition condition)
            throws CacheUnavailable;

    /** Gives the lease of a key back if the token has it; returns whether it had. */
    boolean end(String key, String token) throws CacheUnavailable;

    /** Drops an entry as {@link CacheStore#invalidate} does, and kills the key's lease. */
    void invalidate(String key, long version) throws CacheUnavailable;

    /** Drops an entry as {@link CacheStore#remove} does, and kills the key's lease. */
    void remove(String key) throws CacheUnavailable;
}
