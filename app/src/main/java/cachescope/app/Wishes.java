package cachescope.app;

import cachescope.app.session.WorldKind;
import cachescope.engine.run.Plan;
import cachescope.engine.run.PlannedChange;
import cachescope.engine.strategy.SimulatedOnly;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import java.time.Duration;
import java.util.Optional;

/** What the person has chosen for the runs: by which strategy, how fast, in which world. */
final class Wishes {
    /** What the window starts with: a database that is a network away. */
    static final Strategy STANDARD = Strategy.DEFAULT.withDatabaseDelay(Duration.ofMillis(20));

    /** How the controls write "as fast as possible". */
    static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;

    private Strategy strategy = STANDARD;
    private WorldKind world = WorldKind.LIVE;
    private double speed = 1;
    private long seed = 1;

    Strategy strategy() {
        return strategy;
    }

    void strategy(Strategy next) {
        strategy = next;
    }

    WorldKind world() {
        return world;
    }

    boolean isSimulated() {
        return world == WorldKind.SIMULATED;
    }

    void world(WorldKind next) {
        world = next;
    }

    /** What a live run goes by: the strategy without what only the simulated world has. */
    Strategy liveStrategy() {
        return SimulatedOnly.leftOut(strategy);
    }

    /** Recorded seconds a second; {@link #AS_FAST_AS_POSSIBLE} for no limit. */
    double speed() {
        return speed;
    }

    void speed(double next) {
        speed = next;
    }

    /** The speed as a session takes it: 0 is as fast as possible. */
    double sessionSpeed() {
        return speed == AS_FAST_AS_POSSIBLE ? 0 : speed;
    }

    long seed() {
        return seed;
    }

    void seed(long next) {
        seed = next;
    }

    /** Why a live run cannot go by a strategy at a speed, in a sentence; empty if it can. */
    static Optional<String> refusalLive(Strategy strategy, double speed) {
        try {
            if (speed != AS_FAST_AS_POSSIBLE) {
                strategy.scaled(speed);
            }
            return Optional.empty();
        } catch (StrategyException impossible) {
            return Optional.of(String.valueOf(impossible.getMessage()));
        }
    }

    /** The strategy that a planned run ends by. */
    static Strategy last(Plan plan) {
        return plan.changes().stream()
                .map(PlannedChange::strategy)
                .reduce(plan.strategy(), (_, later) -> later);
    }
}
