package cachescope.engine.projection;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request, or of one piece of background work, through the tiers: what the stage
 * needs to draw its packet. Times are nanoseconds from the run's start.
 *
 * @param operation what the request wants; absent in the background
 * @param key the request's key; empty for a batch
 * @param node the application node; empty until the balancer has chosen one
 * @param arrivedAt when the request came by the recording; {@code startedAt} in the background
 * @param endedAt {@link #OPEN} while it is on its way
 * @param answer how a read was answered; absent before its end, for writes and in the background
 * @param failure what the caller was told; absent if all went well
 * @param legs its calls in the order in which they left, at most {@link Journeys#LEGS_MAX}
 */
public record Journey(
        Cause cause,
        @Nullable Operation operation,
        String key,
        String node,
        long arrivedAt,
        long startedAt,
        long endedAt,
        @Nullable Answer answer,
        boolean stale,
        @Nullable String failure,
        List<Leg> legs) {

    /** The end of what is not over yet. */
    public static final long OPEN = Long.MAX_VALUE;

    public Journey {
        legs = List.copyOf(legs);
    }

    /** Whether this is work that outlives its request or serves many. */
    public boolean background() {
        return cause instanceof Cause.Background;
    }

    /**
     * Whether any part of it, from arrival to end, lies in the time from {@code from} to {@code
     * to}.
     */
    public boolean overlaps(long from, long to) {
        return Math.min(arrivedAt, startedAt) <= to && endedAt >= from;
    }
}
