package cachescope.engine.near;

import cachescope.engine.eviction.BoundedCache;
import cachescope.engine.eviction.EvictionListener;
import cachescope.engine.eviction.Evictions;
import cachescope.engine.eviction.OrderListener;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Stamp;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.EvictionName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The cache in the memory of one application node. It holds so many entries, of which one leaves
 * for each that is too much, each for a time at most and never past its expiry. Safe for use by
 * many tasks at once, as all of it happens inside one {@link Monitor}, which the world provides: in
 * the simulated one it chooses who is next. Never blocks otherwise.
 *
 * <p>It has no tombstones. What keeps a copy away that a write has overtaken while it was fetched
 * is its {@link #stamp}, the placeholder of textbooks: it is taken before the fetch, each
 * invalidation of the key changes it, and an entry with a stamp of before is refused. An entry
 * without a stamp is not judged so.
 *
 * <p>While it is closed it holds nothing and takes nothing; it is closed at first.
 */
public final class NearCache implements CacheStore {
    /**
     * How many counters tell whether an invalidation came: keys share them, so one key's may keep
     * another's entry out, which costs a fetch and is never wrong.
     */
    static final int COUNTERS = 1_024;

    private static final String PLACEHOLDER = "placeholder";

    private final Tasks tasks;
    private final Monitor monitor;
    private final Duration timeToLive;
    private final BoundedCache<String, Held> entries;
    private final long[] invalidations = new long[COUNTERS];
    private boolean open;

    /** A cache of whose order nobody hears. */
    public NearCache(
            Tasks tasks,
            int capacity,
            Duration timeToLive,
            EvictionName eviction,
            RandomGenerator random) {
        this(tasks, capacity, timeToLive, eviction, random, null);
    }

    /**
     * Entries live here no longer than {@code timeToLive}; zero for as long as they are valid.
     * Numbers are drawn if the eviction is by chance. Each move within the order of the entries is
     * told to {@code order} inside the monitor; null costs nothing.
     */
    public NearCache(
            Tasks tasks,
            int capacity,
            Duration timeToLive,
            EvictionName eviction,
            RandomGenerator random,
            @Nullable OrderListener<String> order) {
        this.tasks = tasks;
        this.monitor = tasks.monitor();
        this.timeToLive = timeToLive;
        this.entries =
                Evictions.watched(
                        eviction,
                        Evictions.cache(eviction, capacity, random, new Evicted()),
                        order);
    }

    private record Held(Entry entry, long until) {}

    /** Empties it, and lets it take entries from now on; returns how many it held. */
    public int open() {
        return empty(true);
    }

    /** Empties it, and lets it take none from now on; returns how many it held. */
    public int close() {
        return empty(false);
    }

    /** Whether it takes entries. */
    public boolean isOpen() {
        return monitor.inside(() -> open);
    }

    @Override
    public Optional<Entry> get(String key) {
        return monitor.inside(() -> Optional.ofNullable(live(key)).map(Held::entry));
    }

    /** As the port says; an entry of the same version may come again, as it may live longer. */
    @Override
    public boolean put(String key, Entry entry, PutCondition condition) {
        return monitor.inside(() -> {
            boolean taken = open && isUntouched(key, entry.stamp()) && takes(key, entry, condition);
            if (taken) {
                entries.put(key, new Held(entry.stamped(Stamp.NONE), until(entry)));
            }
            return taken;
        });
    }

    @Override
    public Stamp stamp(String key) {
        return monitor.inside(() -> {
            long now = invalidations[counter(key)];
            return new Stamp(List.of(new Stamp.Mark(PLACEHOLDER, now)));
        });
    }

    /** Drops the entry of a key unless it is newer, and any that is being fetched. */
    @Override
    public void invalidate(String key, long version) {
        monitor.inside(() -> {
            invalidations[counter(key)]++;
            var held = entries.get(key);
            return held != null && held.entry.version() <= version && entries.remove(key) != null;
        });
    }

    @Override
    public void remove(String key) {
        invalidate(key, Long.MAX_VALUE);
    }

    @Override
    public long removeMatching(Glob glob) {
        return monitor.inside(() -> {
            int before = entries.size();
            touchAll();
            entries.keys().stream().filter(glob::matches).forEach(entries::remove);
            return (long) before - entries.size();
        });
    }

    private int empty(boolean opens) {
        return monitor.inside(() -> {
            int held = entries.size();
            open = opens;
            touchAll();
            entries.clear();
            return held;
        });
    }

    private void touchAll() {
        for (int counter = 0; counter < COUNTERS; counter++) {
            invalidations[counter]++;
        }
    }

    private boolean isUntouched(String key, Stamp stamp) {
        return stamp.marks().isEmpty()
                || stamp.marks().getFirst().version() == invalidations[counter(key)];
    }

    private boolean takes(String key, Entry entry, PutCondition condition) {
        if (until(entry) <= tasks.now()) {
            return false;
        }
        var there = live(key);
        return switch (condition) {
            case ALWAYS -> true;
            case IF_NEWER -> there == null || there.entry.version() <= entry.version();
            case IF_PRESENT -> there != null && there.entry.version() <= entry.version();
        };
    }

    private @Nullable Held live(String key) {
        var held = entries.get(key);
        if (held == null || tasks.now() < held.until) {
            return held;
        }
        entries.remove(key);
        return null;
    }

    private long until(Entry entry) {
        boolean shorter =
                !timeToLive.isZero()
                        && timeToLive.compareTo(Duration.ofNanos(Entry.NEVER - tasks.now())) < 0;
        return shorter
                ? Math.min(entry.expiresAt(), tasks.now() + timeToLive.toNanos())
                : entry.expiresAt();
    }

    /** Tells of what is evicted; what had expired has only been in the way. */
    private final class Evicted implements EvictionListener<String, Held> {
        @Override
        public void evicted(String key, Held held) {
            if (tasks.now() < held.until) {
                CallNotes.evicted(key, held.entry.version());
            }
        }
    }

    private static int counter(String key) {
        return Math.floorMod(key.hashCode(), COUNTERS);
    }
}
