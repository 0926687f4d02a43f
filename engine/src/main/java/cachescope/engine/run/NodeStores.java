package cachescope.engine.run;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.faulty.Fault;
import java.util.Optional;

/** What an application node has of the stores of a run: its own connections to the cache. */
public interface NodeStores {

    CacheStore cache();

    /** What calls of the node's own memory meet in a simulated world; empty in a real one. */
    Optional<Fault.Choice> nearConditions();
}
