package cachescope.engine.port.observed;

import cachescope.engine.event.Outcome;
import cachescope.engine.port.Glob;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers when the entries that were written to a cache expire, so that a look-up which finds
 * nothing can be told apart: never there, or there and expired. Bounded: the entry written longest
 * ago is forgotten first. Thread-safe.
 */
public final class ExpiryMemory {
    static final int KEYS_MAX = 100_000;

    /** The most characters of all remembered keys together. */
    static final long CHARACTERS_MAX = 16L << 20;

    /**
     * Redis keeps expiry in milliseconds, so it may drop an entry a little before the nanosecond.
     */
    private static final long TOLERANCE = Duration.ofMillis(2).toNanos();

    private final Duration longest;
    private final Map<String, Long> expiries = new LinkedHashMap<>();
    private long characters;

    /** Of a cache in which entries live as long as they say. */
    public ExpiryMemory() {
        this(Duration.ZERO);
    }

    /** Of a cache in which none lives longer than that; zero for as long as they say. */
    public ExpiryMemory(Duration longest) {
        this.longest = longest;
    }

    synchronized void written(String key, long expiresAt, long now) {
        boolean shorter = !longest.isZero() && expiresAt - now > longest.toNanos();
        forget(key);
        expiries.put(key, shorter ? now + longest.toNanos() : expiresAt);
        characters += key.length();
        while (expiries.size() > KEYS_MAX || characters > CHARACTERS_MAX) {
            forget(expiries.keySet().iterator().next());
        }
    }

    synchronized void removed(String key) {
        forget(key);
    }

    synchronized void removed(Glob glob) {
        var meant = expiries.keySet().stream().filter(glob::matches).toList();
        meant.forEach(this::forget);
    }

    /** What a look-up that found nothing was. */
    synchronized Outcome missed(String key, long now) {
        var expiresAt = forget(key);
        return expiresAt != null && expiresAt - TOLERANCE <= now ? Outcome.EXPIRED : Outcome.MISS;
    }

    private @Nullable Long forget(String key) {
        var expiresAt = expiries.remove(key);
        characters -= expiresAt == null ? 0 : key.length();
        return expiresAt;
    }
}
