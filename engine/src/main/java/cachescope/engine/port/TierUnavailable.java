package cachescope.engine.port;

import cachescope.engine.event.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A tier could not be reached, refused, or did not answer in time. The message is one sentence for
 * people.
 */
public abstract sealed class TierUnavailable extends Exception
        permits CacheUnavailable, DatabaseUnavailable, LockTimedOut, WriteRejected {
    private static final long serialVersionUID = 1L;

    private final Tier tier;
    private final boolean outcomeUnknown;

    TierUnavailable(Tier tier, String message, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(message, cause);
        this.tier = tier;
        this.outcomeUnknown = outcomeUnknown;
    }

    public Tier tier() {
        return tier;
    }

    /**
     * Whether the call may have taken effect all the same: its answer was lost, as at a time-out.
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
