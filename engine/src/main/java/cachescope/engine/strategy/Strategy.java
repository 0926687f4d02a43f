package cachescope.engine.strategy;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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
 * @param expiry how the time to live of each entry is chosen
 * @param invalidation how copies learn of a write
 * @param guard how loads are kept from coming all at once
 * @param cluster the application nodes and their own caches
 * @param eviction which entry leaves a full cache
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
        ExpiryPolicy expiry,
        InvalidationPolicy invalidation,
        GuardPolicy guard,
        Cluster cluster,
        EvictionName eviction,
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
                    ExpiryPolicy.DEFAULT,
                    InvalidationPolicy.DEFAULT,
                    GuardPolicy.DEFAULT,
                    Cluster.DEFAULT,
                    EvictionName.LRU,
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
        return changed(draft -> draft.pattern = newPattern);
    }

    public Strategy withTimeToLive(Duration newTimeToLive) {
        return changed(draft -> draft.timeToLive = newTimeToLive);
    }

    public Strategy withNegativeTimeToLive(Duration newNegativeTimeToLive) {
        return changed(draft -> draft.negativeTimeToLive = newNegativeTimeToLive);
    }

    public Strategy withOnWrite(OnWrite newOnWrite) {
        return changed(draft -> draft.onWrite = newOnWrite);
    }

    public Strategy withRefreshAt(double newRefreshAt) {
        return changed(draft -> draft.refreshAt = newRefreshAt);
    }

    public Strategy withWriteQueue(WriteQueue newWriteQueue) {
        return changed(draft -> draft.writeQueue = newWriteQueue);
    }

    public Strategy withDatabaseDelay(Duration newDatabaseDelay) {
        return changed(draft -> draft.databaseDelay = newDatabaseDelay);
    }

    public Strategy withConcurrency(int newConcurrency) {
        return changed(draft -> draft.concurrency = newConcurrency);
    }

    public Strategy withWithout(Set<Fix> newWithout) {
        return changed(draft -> draft.without = newWithout);
    }

    public Strategy withExpiry(ExpiryPolicy newExpiry) {
        return changed(draft -> draft.expiry = newExpiry);
    }

    public Strategy withInvalidation(InvalidationPolicy newInvalidation) {
        return changed(draft -> draft.invalidation = newInvalidation);
    }

    public Strategy withGuard(GuardPolicy newGuard) {
        return changed(draft -> draft.guard = newGuard);
    }

    public Strategy withCluster(Cluster newCluster) {
        return changed(draft -> draft.cluster = newCluster);
    }

    public Strategy withEviction(EvictionName newEviction) {
        return changed(draft -> draft.eviction = newEviction);
    }

    public Strategy withConditions(Conditions newConditions) {
        return changed(draft -> draft.conditions = newConditions);
    }

    /** The same strategy with further fixes switched off. */
    public Strategy without(Fix first, Fix... more) {
        var off = EnumSet.of(first, more);
        off.addAll(without);
        return withWithout(off);
    }

    private Strategy changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.strategy();
    }

    /** A strategy while one of its parts is being changed. */
    private static final class Draft {
        private PatternName pattern;
        private Duration timeToLive;
        private Duration negativeTimeToLive;
        private OnWrite onWrite;
        private double refreshAt;
        private WriteQueue writeQueue;
        private Duration databaseDelay;
        private int concurrency;
        private Set<Fix> without;
        private ExpiryPolicy expiry;
        private InvalidationPolicy invalidation;
        private GuardPolicy guard;
        private Cluster cluster;
        private EvictionName eviction;
        private Conditions conditions;

        Draft(Strategy from) {
            pattern = from.pattern;
            timeToLive = from.timeToLive;
            negativeTimeToLive = from.negativeTimeToLive;
            onWrite = from.onWrite;
            refreshAt = from.refreshAt;
            writeQueue = from.writeQueue;
            databaseDelay = from.databaseDelay;
            concurrency = from.concurrency;
            without = from.without;
            expiry = from.expiry;
            invalidation = from.invalidation;
            guard = from.guard;
            cluster = from.cluster;
            eviction = from.eviction;
            conditions = from.conditions;
        }

        Strategy strategy() {
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
                    expiry,
                    invalidation,
                    guard,
                    cluster,
                    eviction,
                    conditions);
        }
    }
}
