package cachescope.engine.strategy;

import java.util.Optional;

/** What a strategy can ask of the live world alone; the twin of {@link SimulatedOnly}. */
public final class LiveOnly {
    private static final String TRACKING =
            "Tracking is for the live world: it is done by a real Redis, which the simulated one is not.";

    private LiveOnly() {}

    /** Why a strategy makes no sense in the simulated world, in a sentence; empty if it does. */
    public static Optional<Problem> problem(Strategy strategy) {
        return strategy.invalidation().name() == InvalidationName.TRACKING
                ? Optional.of(new Problem(Setting.INVALIDATION, TRACKING))
                : Optional.empty();
    }

    /** Throws with a sentence if a strategy makes no sense in the simulated world. */
    public static void refuse(Strategy strategy) throws StrategyException {
        var problem = problem(strategy);
        if (problem.isPresent()) {
            throw new StrategyException(problem.get().reason());
        }
    }
}
