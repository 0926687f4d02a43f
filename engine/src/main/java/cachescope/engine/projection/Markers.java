package cachescope.engine.projection;

import cachescope.engine.event.Event;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The notable moments of a whole run: what stands above the tape and is stepped to. */
public final class Markers implements Projection {
    /** How many markers are kept: the first ones of the run. */
    public static final int MARKERS_MAX = 1_000;

    /** How many loads of one key in flight at once are marked as a burst. */
    public static final int BURST_LOADS = 4;

    /** A burst of loads this soon after the one before is not marked again. */
    public static final long BURST_QUIET_NANOS = 1_000_000_000L;

    /**
     * A burst is marked only if this share of the run so far lies between it and the one that was
     * marked before, so that a long run is not all bursts.
     */
    private static final long BURST_SHARE = 25;

    /** What a moment is notable for. */
    public enum Kind {
        STRATEGY_CHANGED,
        PACE_CHANGED,
        TIER_FAILED,
        TIER_RECOVERED,
        NODE_STOPPED,
        NODE_STARTED,
        FIRST_STALE_READ,
        /** Many loads of one key at once. */
        LOAD_BURST,
        /** A cache began to let many entries go in a short time. */
        EVICTION_STORM,
        WRITE_REJECTED,
        DEAD_LETTER,
        WRITE_LOST,
        /** Somebody made something go wrong on purpose. */
        DISTURBED,
        RUN_ENDED
    }

    /** A notable moment and the event that made it so. */
    public record Marker(Kind kind, Event event) {
        public long at() {
            return event.at();
        }
    }

    private final List<Marker> markers;
    private final Set<Tier> failed;
    private final ConcurrentLoads loads;
    private final EvictionStorm evictions;
    private boolean stale;
    private long burstAt = Long.MIN_VALUE / 2;
    private long burstMarkedAt = Long.MIN_VALUE / 2;
    private long dropped;

    public Markers() {
        markers = new ArrayList<>();
        failed = EnumSet.noneOf(Tier.class);
        loads = new ConcurrentLoads();
        evictions = new EvictionStorm();
    }

    private Markers(Markers other) {
        markers = new ArrayList<>(other.markers);
        failed = EnumSet.copyOf(other.failed);
        loads = other.loads.copy();
        evictions = other.evictions.copy();
        stale = other.stale;
        burstAt = other.burstAt;
        burstMarkedAt = other.burstMarkedAt;
        dropped = other.dropped;
    }

    /** A copy that goes its own way from here. */
    public Markers copy() {
        return new Markers(this);
    }

    /** The markers in the order of the log. */
    public List<Marker> all() {
        return Collections.unmodifiableList(markers);
    }

    /** How many were not kept because {@link #MARKERS_MAX} were there. */
    public long dropped() {
        return dropped;
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.StrategyChanged _ -> add(Kind.STRATEGY_CHANGED, event);
            case Event.Disturbed _ -> add(Kind.DISTURBED, event);
            case Event.PaceChanged _ -> add(Kind.PACE_CHANGED, event);
            case Event.TierFailed failure -> {
                loads.failed(failure);
                if (failure.isOfTier() && failed.add(failure.tier())) {
                    add(Kind.TIER_FAILED, event);
                }
            }
            case Event.TierRecovered recovered -> {
                failed.remove(recovered.tier());
                add(Kind.TIER_RECOVERED, event);
            }
            case Event.NodeStopped _ -> add(Kind.NODE_STOPPED, event);
            case Event.NodeStarted _ -> add(Kind.NODE_STARTED, event);
            case Event.RequestEnded ended -> requestEnded(ended);
            case Event.CallStarted call -> loads.started(call);
            case Event.RecordRead read -> loaded(read);
            case Event.CacheRemoved entry -> {
                if (entry.removal() == Removal.EVICTED && evictions.begins(entry.at())) {
                    add(Kind.EVICTION_STORM, entry);
                }
            }
            case Event.WriteDeadLettered _ -> add(Kind.DEAD_LETTER, event);
            case Event.WriteLost _ -> add(Kind.WRITE_LOST, event);
            case Event.RunEnded _ -> add(Kind.RUN_ENDED, event);
            case Event.RunStarted _,
                    Event.RequestStarted _,
                    Event.RequestRouted _,
                    Event.CacheRead _,
                    Event.CacheWritten _,
                    Event.RecordWritten _,
                    Event.RecordRemoved _,
                    Event.CommitUnanswered _,
                    Event.UndoOvertaken _,
                    Event.BatchFlushed _,
                    Event.LockTried _,
                    Event.LockReleased _,
                    Event.CacheSwept _,
                    Event.MarksRead _,
                    Event.MessagePublished _,
                    Event.MessageDelivered _,
                    Event.MessageLost _,
                    Event.PendingRead _,
                    Event.WriteQueued _,
                    Event.WriteCoalesced _,
                    Event.FlushRetried _,
                    Event.OfGuard _,
                    Event.OfCopies _,
                    Event.WaitStarted _,
                    Event.WaitEnded _,
                    Event.RefreshStarted _,
                    Event.RefreshEnded _ -> {}
        }
    }

    @Override
    public void clear() {
        markers.clear();
        failed.clear();
        loads.clear();
        evictions.clear();
        burstAt = Long.MIN_VALUE / 2;
        burstMarkedAt = Long.MIN_VALUE / 2;
        stale = false;
        dropped = 0;
    }

    private void loaded(Event.RecordRead read) {
        if (loads.ended(read) >= BURST_LOADS) {
            boolean isNew = read.at() - burstAt > BURST_QUIET_NANOS;
            if (isNew && read.at() - burstMarkedAt > read.at() / BURST_SHARE) {
                burstMarkedAt = read.at();
                add(Kind.LOAD_BURST, read);
            }
            burstAt = Math.max(burstAt, read.at());
        }
    }

    private void requestEnded(Event.RequestEnded ended) {
        if (ended.stale() && !stale) {
            stale = true;
            add(Kind.FIRST_STALE_READ, ended);
        }
        if (ended.failure() != null && ended.answer() == null) {
            add(Kind.WRITE_REJECTED, ended);
        }
    }

    private void add(Kind kind, Event event) {
        if (markers.size() < MARKERS_MAX) {
            markers.add(new Marker(kind, event));
        } else {
            dropped++;
        }
    }
}
