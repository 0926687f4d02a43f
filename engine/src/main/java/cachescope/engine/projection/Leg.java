package cachescope.engine.projection;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Tier;

/**
 * One call of a journey. Times are nanoseconds from the run's start; {@code at}, when the call took
 * effect, and {@code endedAt} are {@link Journey#OPEN} while it is on its way.
 */
public record Leg(
        long call,
        Tier tier,
        CallKind kind,
        String key,
        long startedAt,
        long at,
        long endedAt,
        Result result) {

    /** What came of a call. */
    public enum Result {
        /** It is on its way. */
        OPEN,
        HIT,
        MISS,
        /** A miss of an entry that is known to have expired. */
        EXPIRED,
        /** It did what was asked. */
        DONE,
        /** The cache kept what it had, or another holds the lock. */
        REFUSED,
        FAILED
    }
}
