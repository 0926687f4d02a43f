package cachescope.engine.pattern;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;

/**
 * A cache whose invalidation is tried once and then forgotten: the copy that should have gone is
 * served until it expires. This is the error path that much caching code has, and is here to be
 * looked at.
 */
final class CarelessCache extends InvalidatingCache {

    CarelessCache(CacheStore cache, RecentWrites recent, boolean endsAbsence) {
        super(cache, recent, endsAbsence);
    }

    @Override
    public void invalidate(String key, long version) {
        try {
            cache.invalidate(key, version);
        } catch (CacheUnavailable silence) {
            return;
        }
    }
}
