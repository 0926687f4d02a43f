package cachescope.app.stage;

import cachescope.app.frame.Frame;
import cachescope.app.theme.Tone;
import cachescope.engine.event.Tier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much flows along the lanes at a moment, per second of the screen. */
record Flows(
        double requests,
        double redis,
        double redisMissShare,
        double database,
        Map<String, Double> shares) {
    static final Flows NONE = new Flows(0, 0, 0, 0, Map.of());

    private static final double WIDTH_MAX = 14;

    /** A lane's flow: how wide its band is, what colour, and which share of it are misses. */
    record Flow(double width, Tone tone, double missShare) {}

    Flows {
        shares = Map.copyOf(shares);
    }

    /** The flows at a moment, by what each node answers. */
    static Flows at(Frame frame, List<String> nodes) {
        var loads = frame.shown().tierLoads();
        var redis = loads.at(Tier.REDIS, frame.time());
        double rate = frame.rate();
        return new Flows(
                loads.at(Tier.APP, frame.time()).callsPerSecond() * rate,
                redis.callsPerSecond() * rate,
                redis.hitRatio().isPresent() ? 1 - redis.hitRatio().getAsDouble() : 0,
                loads.at(Tier.DATABASE, frame.time()).callsPerSecond() * rate,
                shares(frame, nodes));
    }

    private static Map<String, Double> shares(Frame frame, List<String> nodes) {
        var loads = frame.shown().tierLoads();
        var shares = new HashMap<String, Double>();
        double all = 0;
        for (var node : nodes) {
            double answers = loads.atNode(node, frame.time()).requestsPerSecond();
            shares.put(node, answers);
            all += answers;
        }
        double whole = all;
        shares.replaceAll((_, answers) -> whole == 0 ? 1.0 / nodes.size() : answers / whole);
        return shares;
    }

    /**
     * The flow on the lane of a node. How a node's calls are spread over the stores is not told
     * apart: they are taken to be as many as its requests.
     */
    Flow of(Hop hop, String node) {
        double share = shares.getOrDefault(node, 0.0);
        return switch (hop) {
            case CLIENT_EDGE, EDGE_BALANCER -> new Flow(width(requests), Tone.READ, 0);
            case BALANCER_APP -> new Flow(width(requests * share), Tone.READ, 0);
            case APP_REDIS -> new Flow(width(redis * share), Tone.HIT, redisMissShare);
            case APP_DATABASE -> new Flow(width(database * share), Tone.DATABASE_CALL, 0);
        };
    }

    /** Two pixels for each tenfold. */
    private static double width(double perSecond) {
        return perSecond < 1 ? 0 : Math.min(WIDTH_MAX, 2 + 2 * Math.log10(perSecond));
    }
}
