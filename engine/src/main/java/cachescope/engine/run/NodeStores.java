package cachescope.engine.run;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.Leases;
import cachescope.engine.port.Locks;

/** What an application node has of the stores of a run: its own connections to the cache. */
public record NodeStores(CacheStore cache, Locks locks, Leases leases) {}
