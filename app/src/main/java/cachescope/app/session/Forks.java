package cachescope.app.session;

import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.run.Plan;
import cachescope.engine.run.PrefixCheck;
import cachescope.engine.run.Run;
import cachescope.engine.run.RunException;
import cachescope.engine.run.SimulatedWorld;
import cachescope.engine.run.World;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Begins simulated runs: the last that was wanted. Safe for use by many threads. */
final class Forks {
    /** Of caches with more entries not every move is told. */
    private static final int WATCHED_MAX = 4_096;

    /** Recorded seconds in a second of the simulated world: its time is the recording's. */
    private static final double RECORDED = 1;

    private final AtomicReference<@Nullable Beginning> wanted = new AtomicReference<>();

    /**
     * Begins a run; nothing comes of it where what it was to leave is gone. Throws with a sentence
     * if it cannot be.
     */
    @FunctionalInterface
    interface Beginning {
        Optional<Fork> begin() throws TrafficException, RunException, StrategyException;
    }

    /** Wants a run, and no other that was wanted before and has not begun. */
    void want(Beginning next) {
        wanted.set(next);
    }

    /** The beginning that was wanted last and not taken yet. */
    Optional<Beginning> takeWanted() {
        return Optional.ofNullable(wanted.getAndSet(null));
    }

    /**
     * Whether a run's log tells each move within its caches, so that their lists are exact. Larger
     * ones are derived: a person sees a few dozen entries of them, and to tell all would slow the
     * run.
     */
    static boolean isWatched(Strategy strategy) {
        return strategy.cluster().nearCapacity() <= WATCHED_MAX
                && strategy.conditions().cacheCapacity() <= WATCHED_MAX;
    }

    /** What the window runs of a source whose traffic is open. */
    static Plan plan(TrafficSource source, Traffic traffic, Strategy strategy, double speed) {
        return Plan.of(strategy, traffic)
                .withSpeed(speed)
                .withReorders(isWatched(strategy))
                .withDisturbances(source.disturbances());
    }

    /**
     * Prepares a run with a log that holds all of it, on the disk what memory cannot. Of a run that
     * is refused nothing stays open.
     */
    static Run prepare(Plan plan, World world) throws RunException, StrategyException {
        var log = new EventLog(History.SPILL, EventLog.WINDOW_EVENTS);
        try {
            return Run.prepare(plan, world, log);
        } catch (RunException | StrategyException refused) {
            log.close();
            throw refused;
        }
    }

    /** The first run of some traffic. */
    Optional<Fork> first(TrafficSource source, Strategy strategy, long seed, long at)
            throws TrafficException, RunException, StrategyException {
        var plan = plan(source, source.open(), strategy, RECORDED).withSeed(seed);
        var run = prepare(plan, new SimulatedWorld());
        run.start();
        return Optional.of(new Fork(run, source, at, OptionalLong.empty()));
    }

    /** A branch of the second run of a state if there is one and it is meant, else of the first. */
    Optional<Fork> branch(State state, boolean branched, long at, UnaryOperator<Plan> turn)
            throws RunException, StrategyException {
        var first = state.run();
        var source = state.source();
        var second = state.branch();
        if (first == null || source == null || WorldKind.of(first.world()) == WorldKind.LIVE) {
            return Optional.empty();
        }
        var trunk = branched && second != null ? second.run() : first;
        long leavesAt =
                branched && second != null ? Math.min(at, second.leavesAt().orElse(at)) : at;
        var run = prepare(turn.apply(trunk.plan()), trunk.world());
        run.log().observe(new PrefixCheck(trunk.log(), at, run::fail));
        run.start();
        return Optional.of(new Fork(run, source, at, OptionalLong.of(leavesAt)));
    }
}
