package cachescope.engine.port;

import cachescope.engine.event.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A write that must change two tiers changed neither, or could not be taken back in one of them.
 * The message says both halves.
 */
public final class WriteRejected extends TierUnavailable {
    private static final long serialVersionUID = 1L;

    private final boolean undone;

    public WriteRejected(Tier tier, String message, boolean undone, @Nullable Throwable cause) {
        super(tier, message, false, cause);
        this.undone = undone;
    }

    /**
     * Whether the half that had taken effect was taken back; false is the worst case: the tiers may
     * disagree.
     */
    public boolean undone() {
        return undone;
    }
}
