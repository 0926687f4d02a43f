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
            case TTL, NEGATIVE_TTL, WITHOUT, CACHE_CAPACITY -> againstCaching(strategy);
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
                            strategy.pattern() == PatternName.REFRESH_AHEAD,
                            "Only refresh-ahead refreshes entries.");
            case FORGET_SAME_WRITE, ORDERED_RETRY ->
                    unless(isWriteBehind(strategy), "Only write-behind has a queue of writes.");
            case ABSENCE_ENDS_AT_CREATION -> againstAbsence(strategy);
        };
    }

    /** Why a fault can change nothing in a strategy; empty if it can. */
    public static Optional<String> reasonAgainst(FaultRule fault, Strategy strategy) {
        return switch (fault) {
            case FaultRule.OfTier call ->
                    call.tier() == Tier.REDIS ? againstCaching(strategy) : Optional.empty();
            case FaultRule.NodeKilled killed ->
                    unless(killed.node() == 1, "There is one application node.");
            case FaultRule.OfMessages _ ->
                    Optional.of("Messages need invalidation by events, which does not exist yet.");
        };
    }

    private static Optional<String> againstCaching(Strategy strategy) {
        return unless(strategy.pattern() != PatternName.NO_CACHE, NO_CACHE);
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

    private static boolean setsOnWrite(Strategy strategy) {
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
