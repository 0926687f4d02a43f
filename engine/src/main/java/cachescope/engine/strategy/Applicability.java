package cachescope.engine.strategy;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.fault.FaultRule;
import java.util.Optional;

/** Which settings have a meaning under a pattern, and if not, why. Reasons are sentences. */
public final class Applicability {
    private static final String NO_CACHE = "There is no cache.";

    private Applicability() {}

    /** Why a setting has no meaning in a strategy; empty if it has one. */
    public static Optional<String> reasonAgainst(Setting setting, Strategy strategy) {
        return switch (setting) {
            case PATTERN, DATABASE_DELAY, CONCURRENCY, LATENCY, FAULTS -> Optional.empty();
            case TTL -> againstTimeToLive(strategy);
            case NEGATIVE_TTL, WITHOUT, CACHE_CAPACITY, EXPIRY, INVALIDATION, GUARD, NEAR_CACHE ->
                    againstCaching(strategy);
            case NODES -> againstNodes(strategy);
            case JITTER ->
                    unless(
                            strategy.expiry().name() == ExpiryName.JITTERED,
                            "The expiry is not jittered.");
            case ADAPTIVE ->
                    unless(
                            strategy.expiry().name() == ExpiryName.ADAPTIVE,
                            "The expiry is not adaptive.");
            case TAGS ->
                    unless(
                            strategy.invalidation().name() == InvalidationName.TAG,
                            "The invalidation is not by tags.");
            case BETA -> unless(drawsEarly(strategy), "The guard does not draw for early loads.");
            case LOCK_TTL, LOCK_WAIT, ON_LOCK_TIMEOUT ->
                    unless(waits(strategy), "The guard has no lock and no lease.");
            case BALANCER ->
                    unless(strategy.cluster().nodes() > 1, "There is one application node.");
            case NEAR_TTL ->
                    unless(strategy.cluster().hasNearCaches(), "There are no near caches.");
            case EVICTION -> againstEviction(strategy);
            case ON_WRITE -> againstOnWrite(strategy);
            case REFRESH_AT ->
                    unless(
                            strategy.pattern() == PatternName.REFRESH_AHEAD,
                            "Only refresh-ahead refreshes before the end of the TTL.");
            case WRITE_DELAY, WRITE_BATCH, WRITE_QUEUE, WRITE_ATTEMPTS, WRITE_BACKOFF ->
                    unless(isWriteBehind(strategy), "Only write-behind has a queue of writes.");
        };
    }

    /** Why it makes no difference in a strategy whether a fix is on or off; empty if it does. */
    public static Optional<String> reasonAgainst(Fix fix, Strategy strategy) {
        if (strategy.pattern() == PatternName.NO_CACHE) {
            return Optional.of(NO_CACHE);
        }
        return switch (fix) {
            case CHECKED_FILL, TOMBSTONE, RETRY_INVALIDATION -> Optional.empty();
            case DATABASE_FIRST -> againstDatabaseFirst(strategy);
            case CHECKED_WRITE ->
                    unless(
                            setsOnWrite(strategy),
                            "Writes drop the copy, so there is no new value to check.");
            case EXISTING_ONLY ->
                    unless(
                            strategy.pattern() == PatternName.REFRESH_AHEAD || reloads(strategy),
                            "Neither the pattern nor the guard refreshes entries.");
            case FORGET_SAME_WRITE, ORDERED_RETRY ->
                    unless(isWriteBehind(strategy), "Only write-behind has a queue of writes.");
            case ABSENCE_ENDS_AT_CREATION -> againstAbsence(strategy);
            case LOCK_RENEWAL, COMPARE_AND_DELETE ->
                    unless(locks(strategy), "The guard has no lock.");
            case VERSION_BEFORE_LOAD, BUMP_LAST, UNIQUE_VERSIONS ->
                    unless(
                            isByMarks(strategy),
                            "The invalidation is neither by the versions of tags nor by versions of keys.");
            case NEAR_PLACEHOLDER ->
                    unless(strategy.cluster().hasNearCaches(), "There are no near caches.");
            case FLUSH_ON_GAP ->
                    unless(
                            strategy.cluster().hasNearCaches() && isTold(strategy),
                            "There are no near caches that are told of writes.");
        };
    }

    /** Why a fault can change nothing in a strategy; empty if it can. */
    public static Optional<String> reasonAgainst(FaultRule fault, Strategy strategy) {
        return switch (fault) {
            case FaultRule.OfTier call ->
                    call.tier() == Tier.REDIS ? againstCaching(strategy) : Optional.empty();
            case FaultRule.NodeKilled killed -> againstNode(killed.node(), strategy);
            case FaultRule.OfMessages _ ->
                    unless(
                            strategy.invalidation().name() == InvalidationName.EVENT,
                            "Only invalidation by events sends messages.");
        };
    }

    private static Optional<String> againstNode(int node, Strategy strategy) {
        int nodes = strategy.cluster().nodes();
        return unless(
                node <= nodes,
                nodes == 1
                        ? "There is one application node."
                        : "There are %s application nodes.".formatted(nodes));
    }

    private static Optional<String> againstCaching(Strategy strategy) {
        return unless(strategy.pattern() != PatternName.NO_CACHE, NO_CACHE);
    }

    private static Optional<String> againstEviction(Strategy strategy) {
        return againstCaching(strategy)
                .or(() ->
                        unless(
                                strategy.cluster().hasNearCaches()
                                        || strategy.conditions().cacheCapacity() > 0,
                                "Nothing is evicted without near caches or a simulated cache of limited capacity."));
    }

    private static Optional<String> againstTimeToLive(Strategy strategy) {
        return againstCaching(strategy)
                .or(() ->
                        unless(
                                strategy.expiry().name() != ExpiryName.ADAPTIVE,
                                "Adaptive expiry has TTLs of its own."));
    }

    private static Optional<String> againstOnWrite(Strategy strategy) {
        return switch (strategy.pattern()) {
            case CACHE_ASIDE, REFRESH_AHEAD ->
                    unless(
                            strategy.has(Fix.DATABASE_FIRST),
                            "Without database-first the copy is dropped before the write, and nothing happens after it.");
            case READ_THROUGH -> Optional.of("Read-through drops the copy after a write.");
            case WRITE_THROUGH -> Optional.of("Write-through sets the new value with each write.");
            case WRITE_BEHIND -> Optional.of("Write-behind sets the new value with each write.");
            case NO_CACHE -> Optional.of(NO_CACHE);
        };
    }

    private static Optional<String> againstDatabaseFirst(Strategy strategy) {
        return switch (strategy.pattern()) {
            case CACHE_ASIDE, REFRESH_AHEAD, WRITE_THROUGH, NO_CACHE -> Optional.empty();
            case READ_THROUGH ->
                    Optional.of("Read-through has no other order: its cache takes no writes.");
            case WRITE_BEHIND ->
                    Optional.of("Write-behind writes to the database last, on purpose.");
        };
    }

    private static Optional<String> againstAbsence(Strategy strategy) {
        if (strategy.negativeTimeToLive().isZero()) {
            return Optional.of("Absence is not cached: the negative TTL is 0.");
        }
        return unless(
                !setsOnWrite(strategy) && strategy.has(Fix.DATABASE_FIRST),
                "A write does not drop the copy afterwards, so a cached absence is replaced in any case.");
    }

    private static Optional<String> againstNodes(Strategy strategy) {
        return unless(
                !isWriteBehind(strategy),
                "Its queue is in the memory of one node: two queues would overwrite each other.");
    }

    private static boolean reloads(Strategy strategy) {
        return drawsEarly(strategy) || strategy.guard().name() == GuardName.BACKGROUND;
    }

    private static boolean drawsEarly(Strategy strategy) {
        return switch (strategy.guard().name()) {
            case XFETCH, TAUGHT_XFETCH, LOCKED_XFETCH -> true;
            case NONE, LOCK, BACKGROUND, LEASE -> false;
        };
    }

    private static boolean locks(Strategy strategy) {
        return switch (strategy.guard().name()) {
            case LOCK, LOCKED_XFETCH -> true;
            case NONE, XFETCH, TAUGHT_XFETCH, BACKGROUND, LEASE -> false;
        };
    }

    private static boolean waits(Strategy strategy) {
        return locks(strategy) || strategy.guard().name() == GuardName.LEASE;
    }

    private static boolean isByMarks(Strategy strategy) {
        var invalidation = strategy.invalidation();
        return switch (invalidation.name()) {
            case TAG -> invalidation.tags() == TagForm.VERSIONS;
            case VERSION -> true;
            case TTL, EVENT, TRACKING -> false;
        };
    }

    private static boolean isTold(Strategy strategy) {
        return switch (strategy.invalidation().name()) {
            case EVENT, TRACKING -> true;
            case TTL, TAG, VERSION -> false;
        };
    }

    /** Whether a write sets its value in the cache, instead of dropping the copy. */
    static boolean setsOnWrite(Strategy strategy) {
        return switch (strategy.pattern()) {
            case CACHE_ASIDE, REFRESH_AHEAD -> strategy.onWrite() == OnWrite.UPDATE;
            case WRITE_THROUGH, WRITE_BEHIND -> true;
            case READ_THROUGH, NO_CACHE -> false;
        };
    }

    private static boolean isWriteBehind(Strategy strategy) {
        return strategy.pattern() == PatternName.WRITE_BEHIND;
    }

    private static Optional<String> unless(boolean applies, String reason) {
        return applies ? Optional.empty() : Optional.of(reason);
    }
}
