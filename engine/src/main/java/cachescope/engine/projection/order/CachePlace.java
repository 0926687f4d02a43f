package cachescope.engine.projection.order;

import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;

/**
 * Which cache is meant.
 *
 * @param node the node whose near cache it is; empty for the one that all nodes share
 */
public record CachePlace(String node) {
    /** The cache that all nodes share. */
    public static final CachePlace SHARED = new CachePlace("");

    public boolean isShared() {
        return node.isEmpty();
    }

    /** Whether a call was made to it. */
    public boolean isMeant(Event.CallEnded call) {
        return is(call.tier(), call.node());
    }

    /** Whether an entry moved in it. */
    boolean isMeant(Event.CacheReordered move) {
        return is(move.tier(), move.node());
    }

    private boolean is(Tier tier, String its) {
        return isShared() ? tier == Tier.REDIS : tier == Tier.NEAR_CACHE && its.equals(node);
    }
}
