package cachescope.engine.port;

import cachescope.engine.event.Tier;
import org.jspecify.annotations.Nullable;

/** The database could not be reached, refused, or failed. */
public final class DatabaseUnavailable extends TierUnavailable {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(Tier.DATABASE, message, outcomeUnknown, cause);
    }
}
