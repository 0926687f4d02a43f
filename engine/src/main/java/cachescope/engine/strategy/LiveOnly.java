package cachescope.engine.strategy;

import java.util.Optional;

/** What a strategy can ask of the live world alone; the twin of {@link SimulatedOnly}. */
public final class LiveOnly {
    private static final String TRACKING =
            "Tracking is for the live world: it is done by a real Redis, which the simulated one is not.";

    private static final String W_TINY_LFU =
            "W-TinyLFU is for the live world and for hit ratios: the library draws numbers of its own, and a simulated run is the same each time.";

    private LiveOnly() {}

    /** Why a strategy makes no sense in the simulated world, in a sentence; empty if it does. */
    public static Optional<Problem> problem(Strategy strategy) {
        if (strategy.invalidation().name() == InvalidationName.TRACKING) {
            return Optional.of(new Problem(Setting.INVALIDATION, TRACKING));
        }
        return strategy.eviction() == EvictionName.W_TINY_LFU
                ? Optional.of(new Problem(Setting.EVICTION, W_TINY_LFU))
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
