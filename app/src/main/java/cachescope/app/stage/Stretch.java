package cachescope.app.stage;

import java.util.OptionalLong;

/** Says in words by how much the screen stretches time. */
final class Stretch {
    private Stretch() {}

    /** The scale in force: "time stretched 4,000×: 1 ms takes 4 s". */
    static String ofTime(double rate) {
        if (Math.abs(rate - 1) < 0.005) {
            return "time as it was";
        } else if (rate < 1) {
            double unit = rate < 0.1 ? 1e6 : 1e9;
            return "time stretched %s×: %s takes %s"
                    .formatted(
                            Figures.factor(1 / rate),
                            Figures.roundDuration(unit),
                            Figures.roundDuration(unit / rate));
        }
        return "time sped up %s×: %s takes %s"
                .formatted(
                        Figures.factor(rate),
                        Figures.roundDuration(60e9),
                        Figures.roundDuration(60e9 / rate));
    }

    /**
     * Which calls are drawn longer than that, and by how much: "hops at least 150 ms (Redis
     * 50 µs: 6,000× stretched)".
     */
    static String ofHops(double rate, OptionalLong redisCall) {
        var words = "hops at least " + Figures.roundDuration(PacketPath.HOP_MIN_NANOS);
        double shown = 2 * PacketPath.HOP_MIN_NANOS;
        if (redisCall.isEmpty()
                || redisCall.getAsLong() <= 0
                || redisCall.getAsLong() / rate >= shown) {
            return words;
        }
        double call = redisCall.getAsLong();
        return words
                + " (Redis "
                + Figures.duration(call)
                + ": "
                + Figures.factor(shown / call)
                + "× stretched)";
    }
}
