package cachescope.engine.run;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Tasks;

/** Lets entries of a cache expire before their time: they go, or begin their time of grace. */
final class ExpiringNow {
    private final CacheStore cache;
    private final Tasks tasks;

    ExpiringNow(CacheStore cache, Tasks tasks) {
        this.cache = cache;
        this.tasks = tasks;
    }

    void expire(String key) {
        try {
            var entry = cache.get(key);
            if (entry.isPresent() && tasks.now() < entry.get().expiresAt()) {
                expire(key, entry.get());
            }
        } catch (CacheUnavailable lost) {
            return; // the log says so
        }
    }

    private void expire(String key, Entry entry) throws CacheUnavailable {
        cache.remove(key);
        if (entry.keptUntil() == entry.expiresAt()) {
            return;
        }
        long now = tasks.now();
        long grace = entry.keptUntil() - entry.expiresAt();
        var expired =
                new Entry(
                        entry.versioned(),
                        entry.loadedAt(),
                        now,
                        entry.loadNanos(),
                        now + grace,
                        entry.stamp());
        cache.put(key, expired, PutCondition.ALWAYS);
    }
}
