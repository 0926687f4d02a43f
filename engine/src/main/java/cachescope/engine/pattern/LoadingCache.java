package cachescope.engine.pattern;

import cachescope.engine.expiry.Expiry;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Committed;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.stampede.Guard;
import cachescope.engine.strategy.Strategy;

/**
 * A cache that loads by itself what it does not have. It answers as long as its loader does: where
 * the store behind it is lost it loads each time and keeps nothing. (Libraries differ here; some
 * fail the read. To serve from the database is what most of their users configure.)
 */
final class LoadingCache {
    private final InvalidatingCache cache;
    private final Loader loader;
    private final Guard guard;
    private final Fill fill;

    LoadingCache(Ports ports, Expiry expiry, Strategy strategy) {
        this.cache = ports.invalidatingCache(strategy);
        this.loader = ports.loader();
        this.guard = ports.guard();
        var entries = new Entries(ports.tasks(), expiry, strategy.negativeTimeToLive());
        this.fill = new Fill(ports, cache, entries, strategy);
    }

    /**
     * The value of a key, loaded if it is not there. Blocks; throws if it had to be loaded and
     * could not be.
     */
    Versioned get(String key) throws TierUnavailable, InterruptedException {
        try {
            return guard.answer(key, cache.get(key), fill);
        } catch (CacheUnavailable lost) {
            return loader.load(key);
        }
    }

    /** Drops the copy that a write has overtaken. */
    void dropOvertaken(Committed write) {
        cache.dropOvertaken(write);
    }

    /** Ends background work in good order. Blocks for a bounded time. */
    void close() throws InterruptedException {
        guard.close();
    }

    InvalidatingCache store() {
        return cache;
    }
}
