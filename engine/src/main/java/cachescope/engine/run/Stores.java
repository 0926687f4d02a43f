package cachescope.engine.run;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.RecordStore;

/**
 * What one run stands on: a cache and a store of records. Closing removes what the run has put
 * there.
 */
public interface Stores extends AutoCloseable {

    CacheStore cache();

    RecordStore records();

    @Override
    void close();
}
