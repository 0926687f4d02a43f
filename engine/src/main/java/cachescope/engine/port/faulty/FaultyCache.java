package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Stamp;
import cachescope.engine.port.Tasks;
import java.util.Optional;

/** A cache whose calls can be delayed, refused or lost. */
public final class FaultyCache implements CacheStore {
    private final CacheStore cache;
    private final Faults faults;

    public FaultyCache(CacheStore cache, Fault.Choice choice, Tasks tasks) {
        this.cache = cache;
        this.faults = new Faults(choice, tasks);
    }

    @Override
    public Optional<Entry> get(String key) throws CacheUnavailable {
        return faults.call(CallKind.GET, key, () -> cache.get(key), FaultyCache::failure);
    }

    @Override
    public boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        return faults.call(
                CallKind.PUT, key, () -> cache.put(key, entry, condition), FaultyCache::failure);
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        faults.call(
                CallKind.INVALIDATE,
                key,
                () -> {
                    cache.invalidate(key, version);
                    return version;
                },
                FaultyCache::failure);
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        faults.call(
                CallKind.REMOVE,
                key,
                () -> {
                    cache.remove(key);
                    return key;
                },
                FaultyCache::failure);
    }

    @Override
    public long removeMatching(Glob glob) throws CacheUnavailable {
        return faults.call(
                CallKind.SWEEP,
                glob.text(),
                () -> cache.removeMatching(glob),
                FaultyCache::failure);
    }

    /** Takes no call of its own here: who needs one asks for it. */
    @Override
    public Stamp stamp(String key) throws CacheUnavailable {
        return cache.stamp(key);
    }

    static CacheUnavailable failure(String message, boolean outcomeUnknown) {
        return new CacheUnavailable(message, outcomeUnknown, null);
    }
}
