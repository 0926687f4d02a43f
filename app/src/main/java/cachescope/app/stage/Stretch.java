package cachescope.app.stage;

import cachescope.app.words.Times;
import java.util.OptionalLong;

/** Says in words by how much the screen stretches time. */
final class Stretch {
    private Stretch() {}

    /** The scale in force: "time stretched 4,000 ×: 1 ms takes 4 s". */
    static String ofTime(double rate) {
        if (Math.abs(rate - 1) < 0.005) {
            return "time as it was";
        }
        var scale =
                rate < 1
                        ? "time stretched " + Times.factor(1 / rate)
                        : "time sped up " + Times.factor(rate);
        return scale + ": " + Times.stretch(rate);
    }

    /**
     * Which calls are drawn longer than that, and by how much: "hops at least 150 ms (Redis 50 µs:
     * 6,000 × stretched)".
     */
    static String ofHops(double rate, OptionalLong redisCall) {
        var words = "hops at least " + Times.roundLength(PacketPath.HOP_MIN_NANOS);
        double shown = 2 * PacketPath.HOP_MIN_NANOS;
        if (redisCall.isEmpty()
                || redisCall.getAsLong() <= 0
                || redisCall.getAsLong() / rate >= shown) {
            return words;
        }
        double call = redisCall.getAsLong();
        return words
                + " (Redis "
                + Times.length(call)
                + ": "
                + Times.factor(shown / call)
                + " stretched)";
    }
}
