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
     * Opens stores for one run. Blocks; throws {@link RunException} with a sentence if they cannot
     * be had.
     */
    Stores open(Tasks tasks, Commits commits, Function<String, Optional<String>> baseline)
            throws RunException;

    /** A commit history of any length. */
    CommitHistory commitHistory();

    @Override
    void close();
}
