package cachescope.app.frame;

import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Projection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What held over stretches of a run: the strategy, the nodes, which tiers were lost. It is folded
 * over the whole log and asked for any time in it.
 */
public final class Course implements Projection {
    /**
     * How many changes of strategy, outages of a tier and falls of a node are remembered; the
     * oldest are forgotten.
     */
    public static final int CHANGES_MAX = 1_000;

    /** How many nodes are told apart. */
    private static final int NODES_MAX = 64;

    /** A longer number is a greater one. */
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final String NODE = "app-";

    private final TreeMap<Long, JsonNode> strategies = new TreeMap<>();
    private final Map<Tier, List<Outage>> outages = new EnumMap<>(Tier.class);
    private final TreeSet<String> nodes = new TreeSet<>(BY_NUMBER);
    private final Map<String, TreeMap<Long, Boolean>> down = new HashMap<>();
    private long requests;
    private boolean ended;

    /** A copy that goes its own way from here. */
    public Course copy() {
        var copy = new Course();
        copy.strategies.putAll(strategies);
        outages.forEach((tier, known) -> copy.outages.put(tier, new ArrayList<>(known)));
        copy.nodes.addAll(nodes);
        down.forEach((node, times) -> copy.down.put(node, new TreeMap<>(times)));
        copy.requests = requests;
        copy.ended = ended;
        return copy;
    }

    /**
     * A stretch in which a tier did not answer; it lasts until {@code to}, {@code Long.MAX_VALUE}
     * where it is not over.
     */
    public record Outage(Tier tier, long from, long to, String message) {}

    /** The strategy in force at a time; empty before the run began. */
    public Optional<JsonNode> strategyAt(long time) {
        return Optional.ofNullable(strategies.floorEntry(time)).map(Map.Entry::getValue);
    }

    /** The outage of a tier at a time, if it was lost then. */
    public Optional<Outage> outageAt(Tier tier, long time) {
        return outages.getOrDefault(tier, List.of()).stream()
                .filter(outage -> outage.from() <= time && time < outage.to())
                .findFirst();
    }

    /** The application nodes that served a request so far, by name. */
    public List<String> nodes() {
        return List.copyOf(nodes);
    }

    /**
     * The application nodes that there are at a time, by number, those that are down included; as
     * the strategy has it, or where it does not say those that served a request.
     */
    public List<String> nodesAt(long time) {
        int wanted =
                strategyAt(time)
                        .map(strategy -> strategy.path("nodes").asInt(0))
                        .map(number -> Math.min(number, NODES_MAX))
                        .orElse(0);
        return wanted > 0
                ? IntStream.rangeClosed(1, wanted).mapToObj(number -> NODE + number).toList()
                : nodes();
    }

    /** Whether an application node was down at a time: killed, and not started again. */
    public boolean isDown(String node, long time) {
        var times = down.get(node);
        var last = times == null ? null : times.floorEntry(time);
        return last != null && last.getValue();
    }

    /** How many requests were let in. */
    public long requests() {
        return requests;
    }

    /** Whether the run is over. */
    public boolean ended() {
        return ended;
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.RunStarted run -> strategy(run.at(), run.strategy());
            case Event.StrategyChanged change -> strategy(change.at(), change.strategy());
            case Event.RequestStarted _ -> requests++;
            case Event.RequestRouted routed -> nodes.add(routed.node());
            case Event.NodeStopped stopped -> down(stopped.node(), stopped.at(), true);
            case Event.NodeStarted started -> down(started.node(), started.at(), false);
            case Event.TierFailed failed when failed.isOfTier() -> lost(failed);
            case Event.TierRecovered recovered -> recovered(recovered);
            case Event.RunEnded _ -> ended = true;
            case Event.TierFailed _,
                    Event.PaceChanged _,
                    Event.CommitUnanswered _,
                    Event.RequestEnded _,
                    Event.CallStarted _,
                    Event.CacheRead _,
                    Event.CacheWritten _,
                    Event.CacheRemoved _,
                    Event.RecordRead _,
                    Event.RecordWritten _,
                    Event.RecordRemoved _,
                    Event.BatchFlushed _,
                    Event.UndoOvertaken _,
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
                    Event.WriteDeadLettered _,
                    Event.WriteLost _,
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
        strategies.clear();
        outages.clear();
        nodes.clear();
        down.clear();
        requests = 0;
        ended = false;
    }

    private void strategy(long at, JsonNode strategy) {
        strategies.put(at, strategy);
        if (strategies.size() > CHANGES_MAX) {
            strategies.pollFirstEntry();
        }
    }

    private void down(String node, long at, boolean now) {
        if (!down.containsKey(node) && down.size() == NODES_MAX) {
            return;
        }
        var times = down.computeIfAbsent(node, _ -> new TreeMap<>());
        times.put(at, now);
        if (times.size() > CHANGES_MAX) {
            times.pollFirstEntry();
        }
    }

    private void lost(Event.TierFailed failed) {
        var known = outages.computeIfAbsent(failed.tier(), _ -> new ArrayList<>());
        if (known.isEmpty() || known.getLast().to() != Long.MAX_VALUE) {
            known.add(new Outage(failed.tier(), failed.at(), Long.MAX_VALUE, failed.message()));
        }
        if (known.size() > CHANGES_MAX) {
            known.removeFirst();
        }
    }

    private void recovered(Event.TierRecovered recovered) {
        var known = outages.getOrDefault(recovered.tier(), List.of());
        if (!known.isEmpty() && known.getLast().to() == Long.MAX_VALUE) {
            var last = known.removeLast();
            known.add(new Outage(last.tier(), last.from(), recovered.at(), last.message()));
        }
    }
}
