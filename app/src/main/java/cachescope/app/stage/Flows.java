package cachescope.app.stage;

import cachescope.app.frame.Frame;
import cachescope.app.theme.Tone;
import cachescope.engine.event.Tier;

/** How much flows along the lanes at a moment, per second of the screen. */
record Flows(double requests, double redis, double redisMissShare, double database) {
    static final Flows NONE = new Flows(0, 0, 0, 0);

    private static final double WIDTH_MAX = 14;

    /** A lane's flow: how wide its band is, what colour, and which share of it are misses. */
    record Flow(double width, Tone tone, double missShare) {}

    static Flows at(Frame frame) {
        var loads = frame.shown().tierLoads();
        var redis = loads.at(Tier.REDIS, frame.time());
        double rate = frame.rate();
        return new Flows(
                loads.at(Tier.APP, frame.time()).callsPerSecond() * rate,
                redis.callsPerSecond() * rate,
                redis.hitRatio().isPresent() ? 1 - redis.hitRatio().getAsDouble() : 0,
                loads.at(Tier.DATABASE, frame.time()).callsPerSecond() * rate);
    }

    /** The flow on one of as many lanes as there are nodes. */
    Flow of(Hop hop, int nodes) {
        return switch (hop) {
            case CLIENT_EDGE, EDGE_BALANCER -> new Flow(width(requests), Tone.READ, 0);
            case BALANCER_APP -> new Flow(width(requests / nodes), Tone.READ, 0);
            case APP_REDIS -> new Flow(width(redis / nodes), Tone.HIT, redisMissShare);
            case APP_DATABASE -> new Flow(width(database / nodes), Tone.DATABASE_CALL, 0);
        };
    }

    /** Two pixels for each tenfold. */
    private static double width(double perSecond) {
        return perSecond < 1 ? 0 : Math.min(WIDTH_MAX, 2 + 2 * Math.log10(perSecond));
    }
}
