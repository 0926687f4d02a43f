package cachescope.engine.simulation;

import cachescope.engine.eviction.BoundedCache;
import cachescope.engine.eviction.EvictionListener;
import cachescope.engine.eviction.OrderListener;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.PutCondition;
import cachescope.engine.strategy.EvictionName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A shared cache in memory that keeps to the contract of the one in Redis, to the nanosecond.
 * Beyond its capacity entries are evicted, the least recently used ones unless it is told
 * otherwise; a tombstone counts as an entry. Never unavailable, and never waits: decorators make it
 * so. Thread-safe.
 */
public final class SimulatedCache implements CacheStore, Holding {
    /** The capacity of a cache that evicts nothing. */
    public static final int UNBOUNDED = 0;

    private static final long TOMBSTONE_NANOS = Duration.ofSeconds(10).toNanos();

    /** How many of the entries that would be evicted next each new one looks at, if expired. */
    private static final int LOOKED_AT = 2;

    private final LongSupplier now;
    private final Limit<Slot> limit = new Limit<>(new Evicted());

    /** {@code now} gives nanoseconds from the run's start. */
    public SimulatedCache(LongSupplier now) {
        this.now = now;
    }

    /** An entry, or the tombstone of a version where there is none. */
    private record Slot(long version, @Nullable Entry entry, long expiresAt) {}

    /** Holds so many entries from now on; {@link #UNBOUNDED} for any number. */
    public synchronized void resize(int entries) {
        limit.resize(entries);
    }

    /** Tells each move within the order of the entries while their number is limited. */
    public synchronized void watch(@Nullable OrderListener<String> listener) {
        limit.watch(listener);
    }

    /** Evicts in this way from now on; numbers are drawn if that is by chance. */
    public synchronized void evictBy(EvictionName eviction, RandomGenerator random) {
        limit.evictBy(eviction, random);
    }

    private BoundedCache<String, Slot> slots() {
        return limit.cache();
    }

    @Override
    public synchronized Optional<Entry> get(String key) {
        var slot = live(key);
        return slot == null ? Optional.empty() : Optional.ofNullable(slot.entry);
    }

    @Override
    public synchronized boolean put(String key, Entry entry, PutCondition condition) {
        boolean taken = takes(live(key), entry.version(), condition);
        if (taken) {
            store(key, new Slot(entry.version(), entry, entry.keptUntil()));
        }
        return taken;
    }

    @Override
    public synchronized void invalidate(String key, long version) {
        var there = live(key);
        if (there == null || there.version <= version) {
            store(key, tombstone(version));
        }
    }

    @Override
    public synchronized void remove(String key) {
        slots().remove(key);
    }

    @Override
    public synchronized long removeMatching(Glob glob) {
        long now = this.now.getAsLong();
        long swept = 0;
        for (var key : slots().keys().reversed()) {
            var slot = glob.matches(key) ? slots().peek(key) : null;
            if (slot != null && slot.entry != null && now < slot.expiresAt) {
                slots().put(key, tombstone(slot.version));
                swept++;
            }
        }
        return swept;
    }

    private Slot tombstone(long version) {
        return new Slot(version, null, now.getAsLong() + TOMBSTONE_NANOS);
    }

    /** Drops everything, as a restarted server has. */
    public synchronized void clear() {
        slots().clear();
    }

    /** The version of the tombstone of a key; empty if there is none. */
    public synchronized Optional<Long> tombstone(String key) {
        var slot = live(key);
        return slot == null || slot.entry != null ? Optional.empty() : Optional.of(slot.version);
    }

    /** The order of the entries is left as it is. */
    @Override
    public synchronized void each(Consumer<Held> look) {
        long time = now.getAsLong();
        limit.each((key, slot) -> {
            if (time < slot.expiresAt) {
                look.accept(
                        Holding.text(
                                key,
                                () -> SlotText.of(slot.version, slot.entry),
                                slot.expiresAt,
                                time));
            }
        });
    }

    private static boolean takes(@Nullable Slot there, long version, PutCondition condition) {
        return switch (condition) {
            case ALWAYS -> true;
            case IF_NEWER -> there == null || isNewer(version, there);
            case IF_PRESENT -> there != null && there.entry != null && there.version <= version;
        };
    }

    private static boolean isNewer(long version, Slot there) {
        return there.entry == null ? version >= there.version : version > there.version;
    }

    private @Nullable Slot live(String key) {
        var slot = slots().get(key);
        return slot != null && now.getAsLong() < slot.expiresAt ? slot : null;
    }

    private void store(String key, Slot slot) {
        dropExpired();
        slots().put(key, slot);
    }

    /** A little at a time, so that what nobody asks for any more does not pile up. */
    private void dropExpired() {
        for (int i = 0; i < LOOKED_AT; i++) {
            var eldest = slots().eldest();
            var slot = eldest == null ? null : slots().peek(eldest);
            if (eldest == null || slot == null || now.getAsLong() < slot.expiresAt) {
                return;
            }
            slots().remove(eldest);
        }
    }

    /** Tells of what is evicted; what had expired has only been in the way. */
    private final class Evicted implements EvictionListener<String, Slot> {
        @Override
        public void evicted(String key, Slot slot) {
            if (now.getAsLong() < slot.expiresAt) {
                CallNotes.evicted(key, slot.version);
            }
        }
    }
}
