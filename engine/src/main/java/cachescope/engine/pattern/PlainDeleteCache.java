package cachescope.engine.pattern;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.ForwardingCache;

/**
 * A cache whose invalidation leaves nothing behind, so that a late fill finds nothing to be checked
 * against.
 */
final class PlainDeleteCache extends ForwardingCache {

    PlainDeleteCache(CacheStore cache) {
        super(cache);
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        cache.remove(key);
    }
}
