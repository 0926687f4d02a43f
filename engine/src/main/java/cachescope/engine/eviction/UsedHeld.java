package cachescope.engine.eviction;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * An entry that remembers by itself when it was used, for {@link ConcurrentLru}. Any thread may use
 * it. One number holds the time and, in its lowest bit, whether the entry waits to be moved.
 */
final class UsedHeld<K, V> extends Held<K, V> {
    private static final long WAITING = 1;

    @SuppressWarnings("rawtypes") // there are no class literals of generic types
    private static final AtomicLongFieldUpdater<UsedHeld> USED_AT =
            AtomicLongFieldUpdater.newUpdater(UsedHeld.class, "usedAt");

    private volatile long usedAt;

    /** The one that began to wait before it. */
    @Nullable UsedHeld<K, V> earlier;

    /** When it was used, as of the last time that it was moved. */
    private long movedAt;

    UsedHeld(K key, V value, int weight, int slot) {
        super(key, value, weight, slot);
    }

    /** Is used at a time; returns whether it begins to wait with that. */
    boolean use(long time) {
        long next = time << 1 | WAITING;
        long before = usedAt;
        while (before < next) {
            if (USED_AT.compareAndSet(this, before, next)) {
                return (before & WAITING) == 0;
            }
            before = usedAt;
        }
        return false;
    }

    /** Waits no longer. */
    void stopWaiting() {
        movedAt = USED_AT.getAndUpdate(this, number -> number & ~WAITING);
    }

    /** When it was used before it stopped to wait. */
    long movedAt() {
        return movedAt;
    }
}
