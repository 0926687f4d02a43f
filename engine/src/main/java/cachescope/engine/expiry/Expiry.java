package cachescope.engine.expiry;

import cachescope.engine.port.Entry;
import java.time.Duration;

/** How long the entry of a key lives. */
public interface Expiry {

    /** The time to live of an entry that is made now; zero means for ever, less does not occur. */
    Duration timeToLive(String key);

    /**
     * When an entry expires that is made at {@code now}, in nanoseconds from the run's start;
     * {@link Entry#NEVER} for one that lives for ever or beyond the 292 years that fit.
     */
    default long expiresAt(String key, long now) {
        var timeToLive = timeToLive(key);
        boolean fits = timeToLive.compareTo(Duration.ofNanos(Entry.NEVER - now)) < 0;
        return timeToLive.isZero() || !fits ? Entry.NEVER : now + timeToLive.toNanos();
    }
}
