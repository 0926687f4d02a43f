package cachescope.engine.expiry;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.ForwardingCache;
import java.util.Optional;

/** A cache whose look-ups are counted, for who wants to know how often a key is read. */
public final class CountingCache extends ForwardingCache {
    private final ReadCounts reads;

    public CountingCache(CacheStore cache, ReadCounts reads) {
        super(cache);
        this.reads = reads;
    }

    @Override
    public Optional<Entry> get(String key) throws CacheUnavailable {
        reads.read(key);
        return cache.get(key);
    }
}
