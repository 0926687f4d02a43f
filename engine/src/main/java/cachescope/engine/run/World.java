package cachescope.engine.run;

import cachescope.engine.port.CommitHistory;
import cachescope.engine.port.Commits;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What runs stand on. One world may serve several runs, one after another. */
public interface World extends AutoCloseable {

    /** {@code live} or {@code simulated}. */
    String name();

    /** The version of Redis, such as {@code 6.2.11}. */
    String redisVersion();

    /** The version of SQLite, such as {@code 3.54.1}. */
    String sqliteVersion();

    /** New tasks, with their time at zero. */
    Tasks tasks(long seed);

    /** Nanoseconds of real time, from any beginning: it tells how long a run takes. */
    LongSupplier wallClock();

    /** What the values of the records hold here. */
    Payload payload();

    /** How many bytes of keys and values may be in flight. */
    long bytesInFlightMax();

    /**
     * A strategy as it is in force at a speed; throws with the reason if it makes no sense in this
     * world, or is too fast for it.
     */
    Strategy effective(Strategy strategy, double speed) throws StrategyException;

    /**
     * Opens stores for one run with so many requests in flight. {@code baseline} gives the records
     * that were there before it. Blocks; throws with a sentence if the stores cannot be had.
     */
    Stores open(
            Tasks tasks,
            Commits commits,
            Function<String, Optional<String>> baseline,
            int concurrency)
            throws RunException;

    /** A commit history of any length. */
    CommitHistory commitHistory();

    @Override
    void close();
}
