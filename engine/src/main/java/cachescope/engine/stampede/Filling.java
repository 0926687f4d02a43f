package cachescope.engine.stampede;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Versioned;
import java.util.Optional;

/** How a pattern looks keys up and fills its cache. Calls block. */
public interface Filling {

    /** What the cache has of a key that may be served. */
    Optional<Entry> lookUp(String key) throws CacheUnavailable;

    /** Loads a key that the cache does not have, and offers it to the cache. */
    Versioned load(String key) throws DatabaseUnavailable;

    /** Loads a key that the cache has, and replaces the entry if it is still there. */
    Versioned reload(String key) throws DatabaseUnavailable;
}
