package cachescope.engine.port;

import java.util.Optional;

/** A cache that passes all calls on; its subclasses change some of them. */
public abstract class ForwardingCache implements CacheStore {
    /** The cache that calls are passed on to. */
    protected final CacheStore cache;

    protected ForwardingCache(CacheStore cache) {
        this.cache = cache;
    }

    @Override
    public Optional<Entry> get(String key) throws CacheUnavailable {
        return cache.get(key);
    }

    @Override
    public boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        return cache.put(key, entry, condition);
    }

    @Override
    public boolean write(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        return cache.write(key, entry, condition);
    }

    @Override
    public Stamp stamp(String key) throws CacheUnavailable {
        return cache.stamp(key);
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        cache.invalidate(key, version);
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        cache.remove(key);
    }

    @Override
    public long removeMatching(Glob glob) throws CacheUnavailable {
        return cache.removeMatching(glob);
    }
}
