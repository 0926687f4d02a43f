package cachescope.engine.pattern;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import java.util.Optional;

/**
 * A cache whose invalidation never fails. It is tried up to {@link #ATTEMPTS_MAX} times; if the
 * cache cannot be told even so, that is owed to it and made up for before the key is looked up
 * next. Until then the cache counts as unavailable for this key, so that an overtaken copy is never
 * served. What is owed is known to this process only; others see the old copy until it expires.
 */
final class OwingCache extends InvalidatingCache {
    /** How often an invalidation is tried when it is first asked for. */
    static final int ATTEMPTS_MAX = 3;

    private final OwedInvalidations owed;

    OwingCache(CacheStore cache, RecentWrites recent, boolean endsAbsence, OwedInvalidations owed) {
        super(cache, recent, endsAbsence);
        this.owed = owed;
    }

    @Override
    public Optional<Entry> get(String key) throws CacheUnavailable {
        var version = owed.of(key);
        if (version.isPresent()) {
            pay(key, version.getAsLong());
        }
        var found = cache.get(key);
        if (found.isPresent() && !owed.trusts(found.get())) {
            cache.invalidate(key, found.get().version());
            return Optional.empty();
        }
        return found;
    }

    @Override
    public void invalidate(String key, long version) {
        // Where an invalidation of the key has failed before, the cache is most likely still away:
        // one attempt will do.
        int attempts = owed.of(key).isPresent() ? 1 : ATTEMPTS_MAX;
        for (int attempt = 0; attempt < attempts; attempt++) {
            if (isPaid(key, version)) {
                return;
            }
        }
        owed.add(key, version);
    }

    private boolean isPaid(String key, long version) {
        try {
            pay(key, version);
            return true;
        } catch (CacheUnavailable stillOwed) {
            return false;
        }
    }

    private void pay(String key, long version) throws CacheUnavailable {
        cache.invalidate(key, version);
        owed.settle(key, version);
    }
}
