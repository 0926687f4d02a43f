package cachescope.app.inspector;

import cachescope.app.frame.Frame;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.TierLoad;
import cachescope.engine.projection.TierLoads;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The numbers of a tier at a time, in the order in which they are shown. */
final class TierFigures {
    private TierFigures() {}

    static List<Figure> of(Tier tier, TierLoads loads, long time) {
        var load = loads.at(tier, time);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(inFlightName(tier), Counts.whole(load.inFlight())));
        figures.add(
                new Figure(
                        tier == Tier.CLIENT || tier == Tier.APP ? "Requests" : "Calls",
                        Counts.perSecond(load.callsPerSecond())));
        if (load.hits() + load.misses() > 0) {
            figures.add(
                    new Figure(
                            "Hit ratio",
                            load.hitRatio().isPresent()
                                    ? Counts.share(load.hitRatio().getAsDouble())
                                    : "–"));
        }
        figures.add(new Figure("p50", length(load.latencyP50())));
        figures.add(new Figure("p99", length(load.latencyP99())));
        if (tier == Tier.DATABASE) {
            figures.add(
                    new Figure(
                            "Writes waiting in the queue",
                            Counts.whole(loads.pendingWrites(time))));
        }
        figures.add(new Figure("State", state(load)));
        return figures;
    }

    /** The numbers of one application node. */
    static List<Figure> ofNode(String node, Frame frame, long time) {
        var load = frame.shown().tierLoads().atNode(node, time);
        var down = frame.whole().course().isDown(node, time);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("Requests", Counts.perSecond(load.requestsPerSecond())));
        load.nearHitRatio()
                .ifPresent(ratio -> figures.add(new Figure("Near hit ratio", Counts.share(ratio))));
        figures.add(new Figure("State", down ? "down" : "answers"));
        return figures;
    }

    private static String inFlightName(Tier tier) {
        return switch (tier) {
            case CLIENT -> "Waiting to be let in";
            case APP -> "Being worked on";
            case EDGE, LOAD_BALANCER, NEAR_CACHE, REDIS, DATABASE -> "In flight";
        };
    }

    private static String state(TierLoad load) {
        return load.failed() ? "does not answer" : "answers";
    }

    private static String length(OptionalLong nanos) {
        return nanos.isPresent() ? Times.length(nanos.getAsLong()) : "–";
    }
}
