package cachescope.engine.run;

import cachescope.engine.port.RecordStore;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;

/**
 * What one run stands on: a cache and a store of records. Closing removes what the run has put
 * there.
 */
public interface Stores extends AutoCloseable {

    /** What an application node has of them; asked once for each node. */
    NodeStores node(String name);

    RecordStore records();

    /** Lets the calls from now on meet what a strategy asks of a simulated world. */
    void meet(Strategy strategy);

    /**
     * Lets the shared cache answer nobody for a time, as a process that is stopped. Throws with a
     * sentence if it is not ours to stop.
     */
    void pauseCache(Duration time) throws RunException;

    @Override
    void close();
}
