package cachescope.engine.port;

import cachescope.engine.event.Tier;
import org.jspecify.annotations.Nullable;

/** The shared cache could not be reached, refused, or did not answer in time. */
public final class CacheUnavailable extends TierUnavailable {
    private static final long serialVersionUID = 1L;

    public CacheUnavailable(String message, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(Tier.REDIS, message, outcomeUnknown, cause);
    }
}
