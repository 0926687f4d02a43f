package cachescope.engine.run;

import cachescope.engine.live.LiveTasks;
import cachescope.engine.live.sqlite.SqliteCommitHistory;
import cachescope.engine.port.CommitHistory;
import cachescope.engine.port.Commits;
import cachescope.engine.port.Tasks;
import cachescope.engine.simulation.SimulatedTasks;
import cachescope.engine.strategy.LiveOnly;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The simulated world: virtual time and stores in memory. The same seed, strategy and traffic give
 * the same run, event by event.
 */
public final class SimulatedWorld implements World {
    private static final String SIMULATED = "simulated";

    @Override
    public String name() {
        return SIMULATED;
    }

    @Override
    public String redisVersion() {
        return SIMULATED;
    }

    @Override
    public String sqliteVersion() {
        return SIMULATED;
    }

    @Override
    public Tasks tasks(long seed) {
        return new SimulatedTasks(seed);
    }

    @Override
    public LongSupplier wallClock() {
        return new LiveTasks(0)::now;
    }

    @Override
    public Payload payload() {
        return Payload.BRIEF;
    }

    /** No limit: values are brief. The machine's memory may not decide what happens in a run. */
    @Override
    public long bytesInFlightMax() {
        return Long.MAX_VALUE;
    }

    /**
     * A strategy as it is, since recorded time is virtual time, however fast that passes; refuses
     * what only a real Redis does.
     */
    @Override
    public Strategy effective(Strategy strategy, double speed) throws StrategyException {
        LiveOnly.refuse(strategy);
        return strategy;
    }

    @Override
    public Stores open(
            Tasks tasks,
            Commits commits,
            Function<String, Optional<String>> baseline,
            int concurrency) {
        return new SimulatedStores(tasks, commits, baseline);
    }

    @Override
    public CommitHistory commitHistory() {
        return SqliteCommitHistory.temporary();
    }

    @Override
    public void close() {}
}
