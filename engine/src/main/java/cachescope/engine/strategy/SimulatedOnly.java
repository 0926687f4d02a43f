package cachescope.engine.strategy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a strategy can ask of the simulated world alone. A strategy does not know its world, so who
 * takes it into the live one looks here first.
 */
public final class SimulatedOnly {
    /** Why the live world has nothing of what can be asked of the simulated one, in a sentence. */
    public static final String REASON =
            "For the simulated world: the live one has a real Redis and takes the time it takes, and nothing goes wrong there on purpose.";

    private SimulatedOnly() {}

    /** What a strategy asks of the live world: the same without what only the simulated one has. */
    public static Strategy leftOut(Strategy strategy) {
        return strategy.withConditions(Conditions.DEFAULT);
    }

    /** Why a strategy makes no sense in the live world; empty if it does. */
    public static List<Problem> problems(Strategy strategy) {
        return problems(strategy, Set.of());
    }

    /** The same where these settings were given on purpose, if only to their defaults. */
    public static List<Problem> problems(Strategy strategy, Set<Setting> given) {
        return EnumSet.allOf(Setting.class).stream()
                .filter(setting -> given.contains(setting) || isChosen(setting, strategy))
                .flatMap(setting ->
                        reason(setting).map(reason -> new Problem(setting, reason)).stream())
                .toList();
    }

    /** Throws with a sentence if a strategy makes no sense in the live world. */
    public static void refuse(Strategy strategy) throws StrategyException {
        var problems = problems(strategy);
        if (!problems.isEmpty()) {
            throw new StrategyException(problems.getFirst().reason());
        }
    }

    private static boolean isChosen(Setting setting, Strategy strategy) {
        return !setting.text(strategy).equals(setting.text(Strategy.DEFAULT));
    }

    /** Why a setting makes no sense in the live world; empty if it does. */
    public static Optional<String> reason(Setting setting) {
        return switch (setting) {
            case CACHE_CAPACITY ->
                    Optional.of(
                            "Cache capacity is for the simulated world: the live one has a real Redis, with a limit of its own.");
            case LATENCY ->
                    Optional.of(
                            "Latency is for the simulated world: calls of the live one take the time they take.");
            case FAULTS ->
                    Optional.of(
                            "Faults are for the simulated world: nothing goes wrong on purpose in the live one.");
            case PATTERN,
                    TTL,
                    NEGATIVE_TTL,
                    EXPIRY,
                    JITTER,
                    ADAPTIVE,
                    INVALIDATION,
                    TAGS,
                    GUARD,
                    BETA,
                    LOCK_TTL,
                    LOCK_WAIT,
                    ON_LOCK_TIMEOUT,
                    NODES,
                    BALANCER,
                    NEAR_CACHE,
                    NEAR_TTL,
                    EVICTION,
                    ON_WRITE,
                    REFRESH_AT,
                    WRITE_DELAY,
                    WRITE_BATCH,
                    WRITE_QUEUE,
                    WRITE_ATTEMPTS,
                    WRITE_BACKOFF,
                    DATABASE_DELAY,
                    CONCURRENCY,
                    WITHOUT ->
                    Optional.empty();
        };
    }
}
