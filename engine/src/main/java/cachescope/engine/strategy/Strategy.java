package cachescope.engine.strategy;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything a person can choose about how data is cached. Immutable. Any values can be put
 * together; {@link #problems} says which make no sense.
 *
 * @param timeToLive how long an entry lives; zero means for ever
 * @param negativeTimeToLive how long an absence is cached; zero means not at all
 * @param refreshAt the share of the time to live after which refresh-ahead refreshes
 * @param databaseDelay added to every database call, and said to be added
 * @param concurrency the most requests in flight
 * @param without the fixes that are switched off
 * @param conditions what it meets in the simulated world
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
        Set<Fix> without,
        Conditions conditions) {

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
                    Set.of(),
                    Conditions.DEFAULT);

    public Strategy {
        var inOrder = EnumSet.noneOf(Fix.class);
        inOrder.addAll(without);
        without = Collections.unmodifiableSet(inOrder);
    }

    public boolean has(Fix fix) {
        return !without.contains(fix);
    }

    /** What makes no sense, whoever said it; empty if the strategy can be run. */
    public List<Problem> problems() {
        return Problems.of(this);
    }

    /**
     * What makes no sense if these settings were given on purpose: also those that have no meaning.
     */
    public List<Problem> problems(Set<Setting> given) {
        return Problems.of(this, given);
    }

    /**
     * The same strategy for recorded time that runs {@code speed} times as fast: all durations that
     * have a meaning are divided by it. Throws if one would become too short to be kept.
     */
    public Strategy scaled(double speed) throws StrategyException {
        return new Scaling(speed).of(this);
    }

    public Strategy withPattern(PatternName newPattern) {
        return new Strategy(
                newPattern,
                timeToLive,
                negativeTimeToLive,
                onWrite,
                refreshAt,
                writeQueue,
                databaseDelay,
                concurrency,
                without,
                conditions);
    }

    public Strategy withTimeToLive(Duration newTimeToLive) {
        return new Strategy(
                pattern,
                newTimeToLive,
                negativeTimeToLive,
                onWrite,
                refreshAt,
                writeQueue,
                databaseDelay,
                concurrency,
                without,
                conditions);
    }

    public Strategy withNegativeTimeToLive(Duration newNegativeTimeToLive) {
        return new Strategy(
                pattern,
                timeToLive,
                newNegativeTimeToLive,
                onWrite,
                refreshAt,
                writeQueue,
                databaseDelay,
                concurrency,
                without,
                conditions);
    }

    public Strategy withOnWrite(OnWrite newOnWrite) {
        return new Strategy(
                pattern,
                timeToLive,
                negativeTimeToLive,
                newOnWrite,
                refreshAt,
                writeQueue,
                databaseDelay,
                concurrency,
                without,
                conditions);
    }

    public Strategy withRefreshAt(double newRefreshAt) {
        return new Strategy(
                pattern,
                timeToLive,
                negativeTimeToLive,
                onWrite,
                newRefreshAt,
                writeQueue,
                databaseDelay,
                concurrency,
                without,
                conditions);
    }

    public Strategy withWriteQueue(WriteQueue newWriteQueue) {
        return new Strategy(
                pattern,
                timeToLive,
                negativeTimeToLive,
                onWrite,
                refreshAt,
                newWriteQueue,
                databaseDelay,
                concurrency,
                without,
                conditions);
    }

    public Strategy withDatabaseDelay(Duration newDatabaseDelay) {
        return new Strategy(
                pattern,
                timeToLive,
                negativeTimeToLive,
                onWrite,
                refreshAt,
                writeQueue,
                newDatabaseDelay,
                concurrency,
                without,
                conditions);
    }

    public Strategy withConcurrency(int newConcurrency) {
        return new Strategy(
                pattern,
                timeToLive,
                negativeTimeToLive,
                onWrite,
                refreshAt,
                writeQueue,
                databaseDelay,
                newConcurrency,
                without,
                conditions);
    }

    public Strategy withWithout(Set<Fix> newWithout) {
        return new Strategy(
                pattern,
                timeToLive,
                negativeTimeToLive,
                onWrite,
                refreshAt,
                writeQueue,
                databaseDelay,
                concurrency,
                newWithout,
                conditions);
    }

    public Strategy withConditions(Conditions newConditions) {
        return new Strategy(
                pattern,
                timeToLive,
                negativeTimeToLive,
                onWrite,
                refreshAt,
                writeQueue,
                databaseDelay,
                concurrency,
                without,
                newConditions);
    }

    /** The same strategy with further fixes switched off. */
    public Strategy without(Fix first, Fix... more) {
        var off = EnumSet.of(first, more);
        off.addAll(without);
        return withWithout(off);
    }
}
