package cachescope.engine.strategy;

import java.util.Optional;

/** What cannot be put together in a strategy, and why. Reasons are sentences. */
public final class Combinations {

    private Combinations() {}

    /** Why a guard cannot be put to the rest of a strategy; empty if it can. */
    public static Optional<String> reasonAgainst(GuardName guard, Strategy strategy) {
        return switch (guard) {
            case NONE, LOCK -> Optional.empty();
            case XFETCH, TAUGHT_XFETCH, LOCKED_XFETCH, BACKGROUND -> againstEarly(strategy);
            case LEASE -> againstLease(strategy);
        };
    }

    /** Why an invalidation cannot be put to the rest of a strategy; empty if it can. */
    public static Optional<String> reasonAgainst(InvalidationName name, Strategy strategy) {
        return switch (name) {
            case TTL, EVENT -> Optional.empty();
            case TAG, VERSION -> againstMarks(strategy);
            case TRACKING ->
                    strategy.cluster().hasNearCaches()
                            ? Optional.empty()
                            : Optional.of(
                                    "Tracking tells near caches, and there are none: choose how many entries they hold.");
        };
    }

    /** Why several nodes cannot be put to the rest of a strategy; empty if they can. */
    public static Optional<String> reasonAgainstNodes(Strategy strategy) {
        return strategy.pattern() == PatternName.WRITE_BEHIND
                ? Optional.of(
                        "Write-behind has one node: its queue is in the node's memory, and two queues would overwrite each other.")
                : Optional.empty();
    }

    /** Why a run cannot evict in this way; empty if it can. */
    public static Optional<String> reasonAgainst(EvictionName eviction) {
        return eviction == EvictionName.OPT
                ? Optional.of(
                        "The optimum must know all requests beforehand, so it is for hit ratios and curves, not for a run.")
                : Optional.empty();
    }

    private static Optional<String> againstEarly(Strategy strategy) {
        if (strategy.pattern() == PatternName.REFRESH_AHEAD) {
            return Optional.of(
                    "Refresh-ahead already loads before the expiry, so a guard that does the same has nothing to do.");
        }
        boolean expires =
                strategy.expiry().name() == ExpiryName.ADAPTIVE || !strategy.timeToLive().isZero();
        return expires
                ? Optional.empty()
                : Optional.of("This guard needs a TTL: it acts when an entry is about to expire.");
    }

    private static Optional<String> againstLease(Strategy strategy) {
        if (Applicability.setsOnWrite(strategy)) {
            return Optional.of(
                    "A lease is killed by the delete, and here a write sets its value instead.");
        }
        return isByMarks(strategy.invalidation().name())
                ? Optional.of(
                        "A lease is killed by the delete, and here a write moves a version on instead.")
                : Optional.empty();
    }

    private static Optional<String> againstMarks(Strategy strategy) {
        if (Applicability.setsOnWrite(strategy)) {
            return Optional.of(
                    "Copies are judged by what was known before their load, and here writes set their values without one.");
        }
        return strategy.cluster().hasNearCaches()
                ? Optional.of(
                        "A near copy would have to ask Redis for the versions at each read, which it is there to save.")
                : Optional.empty();
    }

    private static boolean isByMarks(InvalidationName name) {
        return name == InvalidationName.TAG || name == InvalidationName.VERSION;
    }
}
