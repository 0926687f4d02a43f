package cachescope.engine.pattern;

import cachescope.engine.expiry.Expiry;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Stamp;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;

/**
 * Refresh-ahead: a read past a share of the time to live returns what is cached and starts one
 * refresh of the key in the background, so that a key which is read often enough never expires. In
 * all else it is cache-aside.
 */
public final class RefreshAhead implements Pattern {
    /** The most refreshes that run at once. */
    public static final int REFRESHES_MAX = 64;

    /** How long closing waits for refreshes that run. */
    private static final Duration CLOSE_WAIT_MAX = Duration.ofSeconds(5);

    private final CacheAside aside;
    private final InvalidatingCache cache;
    private final RecordStore records;
    private final Loader loader;
    private final Tasks tasks;
    private final Entries entries;
    private final double refreshAt;
    private final PutCondition condition;
    private final Refreshes refreshes;
    private final RefreshListener listener;

    public RefreshAhead(Ports ports, Expiry expiry, Strategy strategy, RefreshListener listener) {
        this.aside = new CacheAside(ports, expiry, strategy);
        this.cache = aside.cache();
        this.records = ports.records();
        this.loader = ports.loader();
        this.tasks = ports.tasks();
        this.entries = new Entries(tasks, expiry, strategy.negativeTimeToLive());
        this.refreshAt = strategy.refreshAt();
        this.condition = Checks.ofRefresh(strategy);
        this.refreshes = new Refreshes(tasks, REFRESHES_MAX);
        this.listener = listener;
    }

    @Override
    public Versioned read(String key) throws DatabaseUnavailable {
        try {
            var cached = cache.get(key);
            if (cached.isEmpty()) {
                return aside.load(key);
            }
            if (isDue(cached.get())) {
                refreshes.start(key, () -> refresh(key));
            }
            return cached.get().versioned();
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
        refreshes.close(CLOSE_WAIT_MAX);
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
            var stamp = cache.stamp(key);
            var record = loader.load(key);
            version = record.version();
            replace(key, record, startedAt, stamp);
        } catch (DatabaseUnavailable | CacheUnavailable failure) {
            version = 0;
        } finally {
            listener.ended(key, startedAt, version);
        }
    }

    private void replace(String key, Versioned record, long startedAt, Stamp stamp)
            throws CacheUnavailable {
        var entry = entries.loaded(key, record, startedAt);
        if (entry.isPresent()) {
            cache.put(key, entry.get().stamped(stamp), condition);
        } else {
            cache.invalidate(key, record.version());
        }
    }
}
