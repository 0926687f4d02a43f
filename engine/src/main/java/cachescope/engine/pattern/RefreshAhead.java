package cachescope.engine.pattern;

import cachescope.engine.expiry.Expiry;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.stampede.BackgroundWork;
import cachescope.engine.stampede.Guard;
import cachescope.engine.strategy.Strategy;

/**
 * Refresh-ahead: a read past a share of the time to live returns what is cached and starts one
 * refresh of the key in the background, so that a key which is read often enough never expires. In
 * all else it is cache-aside.
 */
public final class RefreshAhead implements Pattern {
    /** The most refreshes that run at once. */
    public static final int REFRESHES_MAX = 64;

    private final CacheAside aside;
    private final InvalidatingCache cache;
    private final RecordStore records;
    private final Guard guard;
    private final Tasks tasks;
    private final double refreshAt;
    private final BackgroundWork refreshes;
    private final RefreshListener listener;

    public RefreshAhead(Ports ports, Expiry expiry, Strategy strategy, RefreshListener listener) {
        this.aside = new CacheAside(ports, expiry, strategy);
        this.cache = aside.cache();
        this.records = ports.records();
        this.guard = ports.guard();
        this.tasks = ports.tasks();
        this.refreshAt = strategy.refreshAt();
        this.refreshes = new BackgroundWork(tasks, "refresh", REFRESHES_MAX);
        this.listener = listener;
    }

    @Override
    public Versioned read(String key) throws TierUnavailable, InterruptedException {
        try {
            var cached = cache.get(key);
            if (cached.isPresent() && isDue(cached.get())) {
                refreshes.start(key, () -> refresh(key));
            }
            return guard.answer(key, cached, aside.fill());
        } catch (CacheUnavailable lost) {
            return records.read(key);
        }
    }

    @Override
    public long write(String key, String value) throws DatabaseUnavailable {
        return aside.write(key, value);
    }

    @Override
    public long delete(String key) throws DatabaseUnavailable {
        return aside.delete(key);
    }

    @Override
    public void close() throws InterruptedException {
        refreshes.close();
        aside.close();
    }

    private boolean isDue(Entry entry) {
        if (entry.expiresAt() == Entry.NEVER) {
            return false;
        }
        double life = entry.expiresAt() - entry.loadedAt();
        return tasks.now() - entry.loadedAt() >= life * refreshAt;
    }

    /** Loads the record again and replaces the entry; where that fails the entry stays as it is. */
    private void refresh(String key) {
        long startedAt = tasks.now();
        listener.started(key);
        long version = 0;
        try {
            version = aside.fill().reload(key).version();
        } catch (DatabaseUnavailable failure) {
            return;
        } finally {
            listener.ended(key, startedAt, version);
        }
    }
}
