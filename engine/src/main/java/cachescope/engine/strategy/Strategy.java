package cachescope.engine.strategy;

import java.time.Duration;
import java.util.Set;

/**
 * Everything a person can choose about how data is cached. Immutable.
 *
 * @param timeToLive how long an entry lives; zero means for ever
 * @param negativeTimeToLive how long an absence is cached; zero means not at all
 * @param refreshAt the share of the time to live after which refresh-ahead refreshes
 * @param databaseDelay added to every database call, and said to be added
 * @param concurrency the most requests in flight
 * @param without the fixes that are switched off
 */
public record Strategy(
        PatternName pattern,
        Duration timeToLive,
        Duration negativeTimeToLive,
        OnWrite onWrite,
        double refreshAt,
        WriteQueue writeQueue,
        Duration databaseDelay,
        int concurrency,
        Set<Fix> without) {

    public static final Strategy DEFAULT =
            new Strategy(
                    PatternName.CACHE_ASIDE,
                    Duration.ofSeconds(60),
                    Duration.ZERO,
                    OnWrite.DELETE,
                    0.8,
                    WriteQueue.DEFAULT,
                    Duration.ZERO,
                    64,
                    Set.of());

    public boolean has(Fix fix) {
        return !without.contains(fix);
    }
}
