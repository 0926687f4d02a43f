package cachescope.engine.run;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.RecordStore;
import cachescope.engine.strategy.Strategy;

/**
 * What one run stands on: a cache and a store of records. Closing removes what the run has put
 * there.
 */
public interface Stores extends AutoCloseable {

    CacheStore cache();

    RecordStore records();

    /** Lets the calls from now on meet what a strategy asks of a simulated world. */
    void meet(Strategy strategy);

    @Override
    void close();
}
