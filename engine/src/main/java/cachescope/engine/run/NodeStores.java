package cachescope.engine.run;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.Leases;
import cachescope.engine.port.Locks;
import cachescope.engine.port.faulty.Fault;
import java.util.Optional;

/**
 * What an application node has of the stores of a run: its own connections to the cache.
 *
 * @param nearConditions what calls of the node's own memory meet in a simulated world; empty in a
 *     real one
 */
public record NodeStores(
        CacheStore cache, Locks locks, Leases leases, Optional<Fault.Choice> nearConditions) {}
