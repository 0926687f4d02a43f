package cachescope.app.stage;

import cachescope.app.frame.Course;
import cachescope.app.frame.Frame;
import cachescope.app.words.Counts;
import cachescope.app.words.Nodes;
import cachescope.app.words.Times;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.TierLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Words what each tier has to do at a time. */
final class TierTexts {
    private static final int CONCURRENCY_UNTIL_KNOWN = 64;

    private final Frame frame;
    private final long time;
    private final ToLongFunction<String> inFlightByNode;
    private final int concurrency;

    /**
     * @param inFlightByNode how many requests each application node works on at the time
     */
    TierTexts(Frame frame, long time, ToLongFunction<String> inFlightByNode) {
        this.frame = frame;
        this.time = time;
        this.inFlightByNode = inFlightByNode;
        this.concurrency =
                course().strategyAt(time)
                        .map(strategy ->
                                strategy.path("concurrency").asInt(CONCURRENCY_UNTIL_KNOWN))
                        .orElse(CONCURRENCY_UNTIL_KNOWN);
    }

    /** The tiers' texts, in the order in which a request passes them. */
    List<TierText> of(List<String> nodes) {
        var texts = new ArrayList<TierText>();
        texts.add(client());
        texts.add(
                new TierText(
                        Place.of(Tier.EDGE),
                        "Edge",
                        "",
                        List.of("off: passes"),
                        TierText.Bar.NONE,
                        TierText.State.PASSED));
        texts.add(
                new TierText(
                        Place.of(Tier.LOAD_BALANCER),
                        "Balancer",
                        "",
                        List.of(balancer()),
                        TierText.Bar.NONE,
                        TierText.State.WORKING));
        for (var node : nodes) {
            texts.add(app(node, nodes.size()));
        }
        texts.add(store(Tier.REDIS, "Redis", redisLine()));
        texts.add(store(Tier.DATABASE, "Database", databaseLine()));
        return texts;
    }

    private TierText client() {
        long waiting = frame.shown().tierLoads().waiting(time);
        return new TierText(
                Place.of(Tier.CLIENT),
                "Client",
                "",
                List.of(Counts.whole(waiting) + " waiting"),
                TierText.Bar.ofLoad(share(waiting)),
                TierText.State.WORKING);
    }

    private TierText app(String node, int nodes) {
        if (course().isDown(node, time)) {
            return new TierText(
                    Place.app(node),
                    Nodes.title(node),
                    "down",
                    "down",
                    List.of("was killed"),
                    TierText.Bar.NONE,
                    TierText.State.FAILED);
        }
        long here = inFlightByNode.applyAsLong(node);
        long pending = frame.shown().tierLoads().pendingWrites(time);
        var near = near(node);
        var lines = new ArrayList<String>();
        lines.add(inFlight(here));
        if (nodes == 1) {
            lines.addAll(latencies(load(Tier.APP)));
        }
        lines.add(
                pending > 0
                        ? Counts.whole(pending) + " writes queued"
                        : near.map(words -> words + " hits").orElse("near cache off"));
        return new TierText(
                Place.app(node),
                Nodes.title(node),
                "",
                near.orElse(inFlight(here)),
                lines,
                TierText.Bar.ofLoad(share(here) * nodes),
                TierText.State.WORKING);
    }

    /** The near cache of a node in words; empty where there is none. */
    private Optional<String> near(String node) {
        var ratio = frame.shown().tierLoads().atNode(node, time).nearHitRatio();
        if (ratio.isPresent()) {
            return Optional.of("near " + Math.round(100 * ratio.getAsDouble()) + " %");
        }
        boolean there =
                course().strategyAt(time)
                        .map(strategy -> strategy.path("nearCache").asInt(0) > 0)
                        .orElse(false);
        return there ? Optional.of("near –") : Optional.empty();
    }

    private String balancer() {
        var name =
                course().strategyAt(time)
                        .map(strategy -> strategy.path("balancer").asString(""))
                        .orElse("");
        return switch (name) {
            case "client" -> "by client";
            case "key" -> "by key";
            default -> "round robin";
        };
    }

    private TierText store(Tier tier, String title, String line) {
        var load = load(tier);
        boolean failed = course().outageAt(tier, time).isPresent();
        var lines = new ArrayList<String>();
        lines.add(failed ? "does not answer" : line);
        var latencies = failed ? List.<String>of() : latencies(load);
        if (!latencies.isEmpty()) {
            lines.add(String.join(" · ", latencies));
        }
        return new TierText(
                Place.of(tier),
                title,
                failed ? "lost" : inFlight(load.inFlight()),
                lines,
                failed ? TierText.Bar.NONE : bar(load),
                failed ? TierText.State.FAILED : TierText.State.WORKING);
    }

    /** How many look-ups found something, where there are any; else how busy the tier is. */
    private TierText.Bar bar(TierLoad load) {
        return load.hitRatio().isPresent()
                ? TierText.Bar.ofHits(load.hitRatio().getAsDouble())
                : TierText.Bar.ofLoad(share(load.inFlight()));
    }

    private static String inFlight(long count) {
        return Counts.whole(count) + " in flight";
    }

    private String redisLine() {
        var load = load(Tier.REDIS);
        var calls = Counts.perSecond(load.callsPerSecond());
        return load.hitRatio().isPresent()
                ? Counts.share(load.hitRatio().getAsDouble()) + " hits · " + calls
                : calls;
    }

    private String databaseLine() {
        var calls = Counts.perSecond(load(Tier.DATABASE).callsPerSecond());
        var delay =
                course().strategyAt(time)
                        .map(strategy -> strategy.path("databaseDelay").asString(""))
                        .filter(text -> text.matches("[1-9][0-9]*[a-z]+"));
        return delay.map(text -> calls + " · " + text.replaceFirst("(?=[a-z])", " ") + " added")
                .orElse(calls);
    }

    private static List<String> latencies(TierLoad load) {
        var lines = new ArrayList<String>();
        addLatency(lines, "p50 ", load.latencyP50());
        addLatency(lines, "p99 ", load.latencyP99());
        return lines;
    }

    private static void addLatency(List<String> lines, String name, OptionalLong latency) {
        latency.ifPresent(nanos -> lines.add(name + Times.length(nanos)));
    }

    private TierLoad load(Tier tier) {
        return frame.shown().tierLoads().at(tier, time);
    }

    private Course course() {
        return frame.whole().course();
    }

    private double share(long inFlight) {
        return Math.min(1, (double) inFlight / concurrency);
    }
}
