package cachescope.engine.run;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.KeyTracking;
import cachescope.engine.port.Leases;
import cachescope.engine.port.Locks;
import cachescope.engine.port.Marks;
import cachescope.engine.port.TagSets;
import cachescope.engine.port.faulty.Fault;
import java.util.Optional;

/**
 * What an application node has of the stores of a run: its own connections to the cache.
 *
 * @param marks the versions of tags and keys
 * @param tagSets the sets of the keys that carry each tag
 * @param tracking the server's own tracking of keys; empty in a simulated world
 * @param nearConditions what calls of the node's own memory meet in a simulated world; empty in a
 *     real one
 */
public record NodeStores(
        CacheStore cache,
        Locks locks,
        Leases leases,
        Marks marks,
        TagSets tagSets,
        Optional<KeyTracking> tracking,
        Optional<Fault.Choice> nearConditions) {}
