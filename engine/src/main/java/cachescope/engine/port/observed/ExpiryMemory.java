package cachescope.engine.port.observed;

import cachescope.engine.event.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers when the entries that were written to a cache expire, so that a look-up which finds
 * nothing can be told apart: never there, or there and expired. Bounded: the entry written longest
 * ago is forgotten first. Thread-safe.
 */
final class ExpiryMemory {
    static final int KEYS_MAX = 100_000;

    /**
     * Redis keeps expiry in milliseconds, so it may drop an entry a little before the nanosecond.
     */
    private static final long TOLERANCE = Duration.ofMillis(2).toNanos();

    private final Map<String, Long> expiries = new LinkedHashMap<>();

    synchronized void written(String key, long expiresAt) {
        expiries.remove(key);
        expiries.put(key, expiresAt);
        if (expiries.size() > KEYS_MAX) {
            expiries.remove(expiries.keySet().iterator().next());
        }
    }

    synchronized void removed(String key) {
        expiries.remove(key);
    }

    /** What a look-up that found nothing was. */
    synchronized Outcome missed(String key, long now) {
        var expiresAt = expiries.remove(key);
        return expiresAt != null && expiresAt - TOLERANCE <= now ? Outcome.EXPIRED : Outcome.MISS;
    }
}
