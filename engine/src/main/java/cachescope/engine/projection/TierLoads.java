package cachescope.engine.projection;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The load of each tier at any time of the stretch that was fed lately: the last {@link
 * #MOMENTS_MAX} calls of a tier are held one by one, so that in flight is exact to the nanosecond.
 * It may be fed ahead of the time that is asked for.
 */
public final class TierLoads implements Projection {
    /** The window of rates, ratios and percentiles, in nanoseconds of run time. */
    public static final long WINDOW_NANOS = 5_000_000_000L;

    /** How many calls of a tier are held one by one. */
    public static final int MOMENTS_MAX = 8_192;

    /** From how many calls at most a percentile is taken. */
    public static final int LATENCIES_MAX = 2_000;

    /** How many application nodes are told apart; of further ones nothing is held. */
    public static final int NODES_MAX = 64;

    private final TierMoments[] tiers;
    private final Map<String, NodeMoments> nodes;
    private final Moments pending;
    private final Set<Long> openCalls;
    private final Set<Long> openRequests;
    private long pendingNow;

    public TierLoads() {
        tiers =
                Arrays.stream(Tier.values())
                        .map(tier -> new TierMoments(tier, MOMENTS_MAX))
                        .toArray(TierMoments[]::new);
        nodes = new HashMap<>();
        pending = new Moments(MOMENTS_MAX);
        openCalls = new HashSet<>();
        openRequests = new HashSet<>();
    }

    private TierLoads(TierLoads other) {
        tiers = Arrays.stream(other.tiers).map(TierMoments::copy).toArray(TierMoments[]::new);
        nodes = new HashMap<>();
        other.nodes.forEach((node, moments) -> nodes.put(node, moments.copy()));
        pending = other.pending.copy();
        openCalls = new HashSet<>(other.openCalls);
        openRequests = new HashSet<>(other.openRequests);
        pendingNow = other.pendingNow;
    }

    /** A copy that goes its own way from here; it shares what neither of them changes. */
    public TierLoads copy() {
        return new TierLoads(this);
    }

    /** The load of a tier at a time. */
    public TierLoad at(Tier tier, long time) {
        return moments(tier).at(time, WINDOW_NANOS);
    }

    /** The load of an application node at a time. */
    public NodeLoad atNode(String node, long time) {
        var moments = nodes.get(node);
        return moments == null ? NodeLoad.NONE : moments.at(time, WINDOW_NANOS);
    }

    /**
     * How many requests had arrived by the recording and were not let in yet, of those that were
     * let in since.
     */
    public long waiting(long time) {
        return at(Tier.CLIENT, time).inFlight();
    }

    /** How many requests were being worked on. */
    public long requestsInFlight(long time) {
        return at(Tier.APP, time).inFlight();
    }

    /** How many acknowledged writes were waiting to be flushed. */
    public long pendingWrites(long time) {
        return pending.valueAt(time, 0);
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.RequestStarted started -> requestStarted(started);
            case Event.RequestRouted routed -> {
                moments(Tier.LOAD_BALANCER).started(routed.at());
                moments(Tier.LOAD_BALANCER).ended(routed.at(), 0);
            }
            case Event.RequestEnded ended -> requestEnded(ended);
            case Event.CallStarted call -> {
                openCalls.add(call.call());
                moments(call.tier()).started(call.at());
            }
            case Event.CallEnded call when !call.isWholeCall() -> {}
            case Event.BatchFlushed flushed -> {
                callEnded(flushed);
                pendingIs(flushed.at(), pendingNow - flushed.writes());
            }
            case Event.CacheRead read -> {
                callEnded(read);
                lookedUp(read);
            }
            case Event.TierFailed failed -> {
                callEnded(failed);
                if (failed.isOfTier()) {
                    moments(failed.tier()).failed(failed.endedAt(), true);
                }
            }
            case Event.CallEnded call -> callEnded(call);
            case Event.TierRecovered recovered ->
                    moments(recovered.tier()).failed(recovered.at(), false);
            case Event.WriteQueued queued -> pendingIs(queued.at(), queued.pending());
            case Event.WriteDeadLettered letter -> pendingIs(letter.at(), pendingNow - 1);
            case Event.WriteLost lost -> pendingIs(lost.at(), pendingNow - 1);
            case Event.RunStarted _,
                    Event.RunEnded _,
                    Event.StrategyChanged _,
                    Event.PaceChanged _,
                    Event.NodeStopped _,
                    Event.NodeStarted _,
                    Event.PendingRead _,
                    Event.MessageDelivered _,
                    Event.MessageLost _,
                    Event.WriteCoalesced _,
                    Event.FlushRetried _,
                    Event.WaitStarted _,
                    Event.WaitEnded _,
                    Event.OfGuard _,
                    Event.OfCopies _,
                    Event.Disturbed _,
                    Event.RefreshStarted _,
                    Event.RefreshEnded _ -> {}
        }
    }

    @Override
    public void clear() {
        Arrays.stream(tiers).forEach(TierMoments::clear);
        nodes.clear();
        pending.clear();
        openCalls.clear();
        openRequests.clear();
        pendingNow = 0;
    }

    private void requestStarted(Event.RequestStarted started) {
        openRequests.add(started.request());
        moments(Tier.CLIENT).started(Math.min(started.arrivedAt(), started.at()));
        moments(Tier.CLIENT).ended(started.at(), Math.max(0, started.at() - started.arrivedAt()));
        moments(Tier.APP).started(started.at());
    }

    private void requestEnded(Event.RequestEnded ended) {
        var app = moments(Tier.APP);
        if (!openRequests.remove(ended.request())) {
            app.started(ended.startedAt());
        }
        app.ended(ended.at(), ended.at() - ended.startedAt());
        var node = node(ended.node());
        if (node != null) {
            node.answered(ended.at());
        }
        if (ended.answer() == Answer.HIT || ended.answer() == Answer.MISS) {
            app.lookedUp(ended.at(), ended.answer() == Answer.HIT);
        }
    }

    private void lookedUp(Event.CacheRead read) {
        boolean hit = read.outcome() == Outcome.HIT;
        moments(read.tier()).lookedUp(read.at(), hit);
        if (read.tier() == Tier.NEAR_CACHE) {
            var node = node(read.node());
            if (node != null) {
                node.lookedUp(read.at(), hit);
            }
        }
    }

    private @Nullable NodeMoments node(String name) {
        return nodes.size() < NODES_MAX
                ? nodes.computeIfAbsent(name, _ -> new NodeMoments())
                : nodes.get(name);
    }

    private void callEnded(Event.CallEnded call) {
        var tier = moments(call.tier());
        if (!openCalls.remove(call.call())) {
            tier.started(call.startedAt());
        }
        tier.ended(call.endedAt(), call.endedAt() - call.startedAt());
    }

    private void pendingIs(long at, long writes) {
        pendingNow = Math.max(0, writes);
        pending.add(at, pendingNow);
    }

    private TierMoments moments(Tier tier) {
        return tiers[tier.ordinal()];
    }
}
