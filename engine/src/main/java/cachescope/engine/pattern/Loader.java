package cachescope.engine.pattern;

import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Versioned;

/** Fetches what a cache does not have. Blocks; safe for use by many tasks at once. */
@FunctionalInterface
public interface Loader {

    /** The newest committed version of a key. */
    Versioned load(String key) throws DatabaseUnavailable;
}
