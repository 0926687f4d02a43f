package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The least recently used entry leaves, for many threads at once. A hit takes no lock and waits for
 * nobody: it reads the value from a concurrent map, writes the next time of a common clock into the
 * entry, and lets the entry wait to be moved unless it does already. The list is put in order
 * later, under a lock: those that wait are moved to its front by their times, before anything comes
 * in, leaves or is asked about the order. So the order is exact whenever it matters, and {@link
 * #drain} makes it so at any time; only of uses that overlap nobody can say which was first.
 *
 * <p>Whatever is no hit blocks while another thread has the lock.
 */
public final class ConcurrentLru<K, V> implements BoundedCache<K, V> {
    private final ConcurrentHashMap<K, UsedHeld<K, V>> byKey = new ConcurrentHashMap<>();
    private final SlotEntries<K, V, UsedHeld<K, V>> entries;

    /** Counts uses. */
    private final AtomicLong clock = new AtomicLong();

    /** The last one that began to wait; from it on the earlier ones. */
    private final AtomicReference<@Nullable UsedHeld<K, V>> waiting = new AtomicReference<>();

    public ConcurrentLru(long capacity) {
        this(capacity, null);
    }

    /** The listener may be null; whichever thread hears something holds the lock. */
    public ConcurrentLru(long capacity, @Nullable EvictionListener<? super K, ? super V> listener) {
        entries = new SlotEntries<>(byKey, UsedHeld::new, capacity, new LruSlots(16), listener);
    }

    @Override
    public @Nullable V get(K key) {
        var held = entries.find(key);
        var value = held == null ? null : held.value();
        if (held != null && value != null) {
            use(held);
        }
        return value;
    }

    @Override
    public @Nullable V peek(K key) {
        var held = entries.find(key);
        return held == null ? null : held.value();
    }

    @Override
    public void put(K key, V value, int weight) {
        Refusal.weight(Refusal.ifNull(key), weight, entries.capacity());
        var held = byKey.get(key);
        if (held != null && held.weight == weight && held.replace(value)) {
            use(held);
        } else {
            insert(key, value, weight);
        }
    }

    private synchronized void insert(K key, V value, int weight) {
        drain();
        entries.put(key, value, weight);
    }

    private void use(UsedHeld<K, V> held) {
        if (held.use(clock.incrementAndGet())) {
            var last = waiting.get();
            held.earlier = last;
            while (!waiting.compareAndSet(last, held)) {
                last = waiting.get();
                held.earlier = last;
            }
        }
    }

    /** Puts the list in order as of all uses so far. */
    public synchronized void drain() {
        var moving = new ArrayList<UsedHeld<K, V>>();
        var held = waiting.getAndSet(null);
        while (held != null) {
            var earlier = held.earlier;
            held.earlier = null; // before it may wait again
            held.stopWaiting();
            if (held.value() != null) {
                moving.add(held);
            }
            held = earlier;
        }
        moving.sort(Comparator.comparingLong(UsedHeld::movedAt));
        moving.forEach(entries::use);
    }

    @Override
    public synchronized @Nullable V remove(K key) {
        drain();
        var held = entries.find(key);
        return held == null ? null : entries.remove(held);
    }

    @Override
    public synchronized void clear() {
        drain();
        entries.clear();
    }

    @Override
    public synchronized void resize(long capacity) {
        drain();
        entries.resize(capacity);
    }

    @Override
    public synchronized List<K> keys() {
        drain();
        return entries.keys();
    }

    @Override
    public synchronized @Nullable K eldest() {
        drain();
        return entries.eldest();
    }

    @Override
    public int size() {
        return byKey.size();
    }

    @Override
    public synchronized long weight() {
        return entries.weight();
    }

    @Override
    public long capacity() {
        return entries.capacity();
    }
}
