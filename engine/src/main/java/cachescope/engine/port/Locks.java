package cachescope.engine.port;

import java.time.Duration;

/**
 * Locks on keys, each held by a token for a limited time: who has not released it by then has lost
 * it, and may not know. So a lock keeps most others away; it does not keep a late holder from
 * writing. Tokens must not repeat. Calls block for one round trip, never for the lock; safe for use
 * by many tasks at once. A time must be above zero and at most {@link #TIME_MAX}.
 */
public interface Locks {
    /** The longest time for which a lock is taken. */
    Duration TIME_MAX = Duration.ofDays(365);

    /**
     * Takes the lock of a key unless it is held; returns whether it was taken. If the answer is
     * lost it may be held by the token all the same, until its time is over.
     */
    boolean take(String key, String token, Duration time) throws CacheUnavailable;

    /**
     * Lets the token's lock end after that time, counted from now; returns whether the token still
     * holds it. The test and the change are one step.
     */
    boolean extend(String key, String token, Duration time) throws CacheUnavailable;

    /**
     * Releases the lock of a key if the token holds it; returns whether it did. The test and the
     * change are one step, so the lock of another is never released.
     */
    boolean release(String key, String token) throws CacheUnavailable;

    /**
     * Releases the lock of a key whoever holds it: the plain DEL. Returns whether it was held. It
     * is there to show what {@link #release} is for.
     */
    boolean remove(String key) throws CacheUnavailable;

    /** Refuses, with {@link IllegalArgumentException}, a time that no lock may be taken for. */
    static void check(Duration time) {
        if (!time.isPositive() || time.compareTo(TIME_MAX) > 0) {
            throw new IllegalArgumentException(
                    "A lock's time must be above 0 and at most a year, not " + time + ".");
        }
    }
}
