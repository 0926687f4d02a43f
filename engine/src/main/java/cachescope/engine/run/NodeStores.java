package cachescope.engine.run;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.Marks;
import cachescope.engine.port.TagSets;
import cachescope.engine.port.faulty.Fault;
import java.util.Optional;

/** What an application node has of the stores of a run: its own connections to the cache. */
public interface NodeStores {

    CacheStore cache();

    /** The versions of tags and keys. */
    Marks marks();

    /** The sets of the keys that carry each tag. */
    TagSets tagSets();

    /** What calls of the node's own memory meet in a simulated world; empty in a real one. */
    Optional<Fault.Choice> nearConditions();
}
