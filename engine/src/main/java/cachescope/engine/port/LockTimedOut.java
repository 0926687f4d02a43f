package cachescope.engine.port;

import cachescope.engine.event.Tier;
import java.time.Duration;

/** A reader has waited for the load of another as long as it may, and is to fail then. */
public final class LockTimedOut extends TierUnavailable {
    private static final long serialVersionUID = 1L;

    public LockTimedOut(String key, Duration waited) {
        super(
                Tier.REDIS,
                "No value of %s came within the %s ms that a reader waits for another's load."
                        .formatted(key, waited.toMillis()),
                false,
                null);
    }
}
