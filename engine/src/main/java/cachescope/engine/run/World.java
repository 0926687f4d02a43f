package cachescope.engine.run;

import cachescope.engine.port.CommitHistory;
import cachescope.engine.port.Commits;
import cachescope.engine.port.Tasks;
import java.util.Optional;
import java.util.function.Function;

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
