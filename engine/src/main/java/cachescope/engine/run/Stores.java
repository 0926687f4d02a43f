package cachescope.engine.run;

import cachescope.engine.eviction.OrderListener;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.MessageLosses;
import cachescope.engine.port.RecordStore;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.structure.Structures;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one run stands on: a cache and a store of records. Closing removes what the run has put
 * there.
 */
public interface Stores extends AutoCloseable {

    /** What an application node has of them; asked once for each node. */
    NodeStores node(String name);

    RecordStore records();

    /** The messages between the nodes; asked once. {@code losses} is told what gets lost. */
    MessageBus bus(MessageLosses losses);

    /** The keys that are in the shared cache now. */
    KeySpace keySpace();

    /** Redis' structures, beside the entries of the run. */
    Structures structures();

    /**
     * Tells each move within the order of the entries of the shared cache, where it has one that
     * can be seen; asked once at most, before there are any.
     */
    void watch(@Nullable OrderListener<String> listener);

    /** Lets the calls from now on meet what a strategy asks of a simulated world. */
    void meet(Strategy strategy);

    /** Why the shared cache can't be paused, in a sentence; empty if it can. */
    Optional<String> reasonAgainstPausing();

    /**
     * Lets the shared cache answer nobody for a time, as a process that is stopped. Where that
     * can't be done nothing happens.
     */
    void pauseCache(Duration time);

    @Override
    void close();
}
