package cachescope.engine.run;

import cachescope.engine.port.CacheStore;

/** What an application node has of the stores of a run: its own connections to the cache. */
public interface NodeStores {

    CacheStore cache();
}
