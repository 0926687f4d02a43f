package cachescope.engine.pattern;

import cachescope.engine.port.Entry;
import cachescope.engine.port.Tasks;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The invalidations that a cache could not be told of. Until one is made up for, what the cache
 * holds for its key must not be served. Bounded: beyond {@link #KEYS_MAX} keys it forgets which
 * they were, and instead distrusts every entry that was loaded up to then. Safe for use by many
 * tasks at once; never blocks.
 */
public final class OwedInvalidations {
    /** How many keys are remembered one by one. */
    public static final int KEYS_MAX = 100_000;

    private final Tasks tasks;
    private final int keysMax;
    private final ConcurrentMap<String, Long> versions = new ConcurrentHashMap<>();
    private volatile long trustedSince = Long.MIN_VALUE;

    public OwedInvalidations(Tasks tasks) {
        this(tasks, KEYS_MAX);
    }

    OwedInvalidations(Tasks tasks, int keysMax) {
        this.tasks = tasks;
        this.keysMax = keysMax;
    }

    /** The version up to which the copy of a key must be dropped; empty if nothing is owed. */
    OptionalLong of(String key) {
        var version = versions.get(key);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** Whether an entry is known not to be older than a write of which its cache was never told. */
    boolean trusts(Entry entry) {
        return entry.loadedAt() > trustedSince;
    }

    /** Notes that the cache was not told to drop what it has of a key up to this version. */
    void add(String key, long version) {
        versions.merge(key, version, Math::max);
        if (versions.size() > keysMax) {
            trustedSince = tasks.now();
            versions.clear();
            trustedSince = tasks.now(); // what others added before the clearing is covered too
        }
    }

    /** Notes that the cache was told to drop what it has of a key up to this version. */
    void settle(String key, long version) {
        versions.computeIfPresent(key, (owing, owed) -> owed <= version ? null : owed);
    }
}
