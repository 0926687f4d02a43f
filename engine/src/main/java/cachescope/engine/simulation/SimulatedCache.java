package cachescope.engine.simulation;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.PutCondition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A shared cache in memory that keeps to the contract of the one in Redis, to the nanosecond.
 * Beyond its capacity the least recently used entry is evicted; a tombstone counts as an entry.
 * Never unavailable, and never waits: decorators make it so. Thread-safe.
 */
public final class SimulatedCache implements CacheStore, Holding {
    /** The capacity of a cache that evicts nothing. */
    public static final int UNBOUNDED = 0;

    private static final long TOMBSTONE_NANOS = Duration.ofSeconds(10).toNanos();

    /** How many of the entries not used for longest each new one looks at, to drop expired ones. */
    private static final int LOOKED_AT = 2;

    private final LongSupplier now;
    private final Map<String, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
    private int capacity = UNBOUNDED;

    /** {@code now} gives nanoseconds from the run's start. */
    public SimulatedCache(LongSupplier now) {
        this.now = now;
    }

    /** An entry, or the tombstone of a version where there is none. */
    private record Slot(long version, @Nullable Entry entry, long expiresAt) {}

    /** Holds so many entries from now on; {@link #UNBOUNDED} for any number. */
    public synchronized void resize(int entries) {
        capacity = entries;
        evictWhatIsTooMuch();
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
        slots.remove(key);
    }

    @Override
    public synchronized long removeMatching(Glob glob) {
        long now = this.now.getAsLong();
        var meant =
                slots.entrySet().stream()
                        .filter(slot -> slot.getValue().entry != null)
                        .filter(slot -> now < slot.getValue().expiresAt)
                        .filter(slot -> glob.matches(slot.getKey()))
                        .toList();
        meant.forEach(slot -> slot.setValue(tombstone(slot.getValue().version)));
        return meant.size();
    }

    private Slot tombstone(long version) {
        return new Slot(version, null, now.getAsLong() + TOMBSTONE_NANOS);
    }

    /** Drops everything, as a restarted server has. */
    public synchronized void clear() {
        slots.clear();
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
        slots.forEach((key, slot) -> {
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
        var slot = slots.get(key);
        return slot != null && now.getAsLong() < slot.expiresAt ? slot : null;
    }

    private void store(String key, Slot slot) {
        slots.put(key, slot);
        dropExpired();
        evictWhatIsTooMuch();
    }

    /** A little at a time, so that what nobody asks for any more does not pile up. */
    private void dropExpired() {
        for (int i = 0; i < LOOKED_AT; i++) {
            var eldest = slots.entrySet().iterator();
            if (now.getAsLong() < eldest.next().getValue().expiresAt) {
                return;
            }
            eldest.remove();
            if (slots.isEmpty()) {
                return;
            }
        }
    }

    private void evictWhatIsTooMuch() {
        while (capacity != UNBOUNDED && slots.size() > capacity) {
            var eldest = slots.entrySet().iterator();
            var victim = eldest.next();
            eldest.remove();
            if (now.getAsLong() < victim.getValue().expiresAt) {
                CallNotes.evicted(victim.getKey(), victim.getValue().version);
            }
        }
    }
}
