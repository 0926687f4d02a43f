package cachescope.engine.pattern;

import cachescope.engine.expiry.Expiry;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Committed;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.strategy.Strategy;

/**
 * A cache that loads by itself what it does not have. It answers as long as its loader does: where
 * the store behind it is lost it loads each time and keeps nothing. (Libraries differ here; some
 * fail the read. To serve from the database is what most of their users configure.)
 */
final class LoadingCache {
    private final InvalidatingCache cache;
    private final Loader loader;
    private final Fill fill;

    LoadingCache(Ports ports, Expiry expiry, Strategy strategy) {
        this.cache = ports.invalidatingCache(strategy);
        this.loader = ports.loader();
        var entries = new Entries(ports.tasks(), expiry, strategy.negativeTimeToLive());
        this.fill = new Fill(ports, cache, entries, strategy);
    }

    /**
     * The value of a key, loaded if it is not there. Blocks; throws if it had to be loaded and
     * could not be.
     */
    Versioned get(String key) throws DatabaseUnavailable {
        try {
            var cached = cache.get(key);
            return cached.isPresent() ? cached.get().versioned() : fill.load(key);
        } catch (CacheUnavailable lost) {
            return loader.load(key);
        }
    }

    /** Drops the copy that a write has overtaken. */
    void dropOvertaken(Committed write) {
        cache.dropOvertaken(write);
    }

    InvalidatingCache store() {
        return cache;
    }
}
