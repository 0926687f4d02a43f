package cachescope.engine.invalidation;

import cachescope.engine.port.CacheUnavailable;

/** What makes the copies of a key invalid by moving a version on. */
@FunctionalInterface
public interface Bumps {
    void bump(String key) throws CacheUnavailable;
}
