package cachescope.engine.strategy;

import java.time.Duration;
import java.util.Optional;

/** The written form of a near cache's TTL: a duration, or {@code ttl} for that of the strategy. */
public final class NearTtl {
    private static final String AS_TTL = "ttl";

    private NearTtl() {}

    public static String print(Optional<Duration> timeToLive) {
        return timeToLive.map(Durations::print).orElse(AS_TTL);
    }

    public static Optional<Duration> parse(String text) throws StrategyException {
        return text.equals(AS_TTL) ? Optional.empty() : Optional.of(Durations.parse(text));
    }
}
