package cachescope.engine.projection;

import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import java.util.Arrays;

/**
 * How long the calls of each tier took, from the run's start to any time of the stretch that was
 * fed lately: the last {@link #HELD_MAX} calls of a tier are held one by one, the older ones
 * counted. It may be fed that much ahead of the time that is asked for. A call counts from when it
 * came back.
 */
public final class TierLatencies implements Projection {
    /** How many calls of a tier are held one by one. */
    public static final int HELD_MAX = 4_096;

    private final Calls[] tiers;

    public TierLatencies() {
        tiers = Arrays.stream(Tier.values()).map(_ -> new Calls()).toArray(Calls[]::new);
    }

    private TierLatencies(TierLatencies other) {
        tiers = Arrays.stream(other.tiers).map(Calls::copy).toArray(Calls[]::new);
    }

    /** A copy that goes its own way from here; it shares what neither of them changes. */
    public TierLatencies copy() {
        return new TierLatencies(this);
    }

    /** How long the calls of a tier took that came back up to a time, that time included. */
    public TierLatency at(Tier tier, long time) {
        return tiers[tier.ordinal()].at(time);
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.CallEnded call && call.isSuccess()) {
            tiers[call.tier().ordinal()].ended(
                    call.endedAt(), Math.max(0, call.endedAt() - call.startedAt()));
        }
    }

    @Override
    public void clear() {
        Arrays.stream(tiers).forEach(Calls::clear);
    }

    /** The calls of one tier. */
    private static final class Calls {
        private final Moments held;
        private final LatencyCounts older;

        Calls() {
            this(new Moments(HELD_MAX), new LatencyCounts());
        }

        private Calls(Moments held, LatencyCounts older) {
            this.held = held;
            this.older = older;
        }

        Calls copy() {
            return new Calls(held.copy(), older.copy());
        }

        void ended(long at, long latency) {
            if (held.isFull()) {
                older.add(held.oldestValue());
            }
            held.add(at, latency);
        }

        TierLatency at(long time) {
            long calls = held.upTo(time);
            if (calls == 0) {
                return TierLatency.NONE;
            }
            var counts = older.copy();
            for (long latency : held.sortedValues(-1, time, HELD_MAX)) {
                counts.add(latency);
            }
            return new TierLatency(calls, counts.quantile(0.50), counts.quantile(0.99));
        }

        void clear() {
            held.clear();
            older.clear();
        }
    }
}
