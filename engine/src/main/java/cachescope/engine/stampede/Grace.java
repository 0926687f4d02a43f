package cachescope.engine.stampede;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.ForwardingCache;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.GuardName;
import java.util.Optional;

/**
 * A cache that keeps entries for one time to live beyond their expiry, under guards that may serve
 * them then; under the others an entry past its expiry is not there.
 */
public final class Grace extends ForwardingCache {
    private final Tasks tasks;
    private volatile boolean granted;

    public Grace(CacheStore cache, Tasks tasks) {
        super(cache);
        this.tasks = tasks;
    }

    /** Goes by another guard from now on. */
    public void follow(GuardName guard) {
        granted =
                switch (guard) {
                    case XFETCH, TAUGHT_XFETCH, LOCKED_XFETCH, BACKGROUND -> true;
                    case NONE, LOCK, LEASE -> false;
                };
    }

    @Override
    public Optional<Entry> get(String key) throws CacheUnavailable {
        return super.get(key).filter(entry -> granted || tasks.now() < entry.expiresAt());
    }

    @Override
    public boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        return super.put(key, granted ? graced(entry) : entry, condition);
    }

    @Override
    public boolean write(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        return super.write(key, granted ? graced(entry) : entry, condition);
    }

    private Entry graced(Entry entry) {
        if (entry.expiresAt() == Entry.NEVER || entry.keptUntil() > entry.expiresAt()) {
            return entry; // it never expires, or has its grace already
        }
        long life = Math.max(0, entry.expiresAt() - tasks.now());
        boolean forEver = entry.expiresAt() > Entry.NEVER - life;
        return entry.keptUntil(forEver ? Entry.NEVER : entry.expiresAt() + life);
    }
}
