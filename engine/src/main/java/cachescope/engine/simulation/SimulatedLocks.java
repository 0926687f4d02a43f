package cachescope.engine.simulation;

import cachescope.engine.port.Locks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Locks in memory that keep to the contract of those in Redis, to the nanosecond. Never
 * unavailable, and never wait: decorators make it so. Thread-safe.
 */
public final class SimulatedLocks implements Locks, Holding {
    /** How many of the locks taken longest ago each new one looks at, to drop those that ended. */
    private static final int LOOKED_AT = 2;

    private final LongSupplier now;
    private final Map<String, Held> locks = new LinkedHashMap<>();

    /** {@code now} gives nanoseconds from the run's start. */
    public SimulatedLocks(LongSupplier now) {
        this.now = now;
    }

    private record Held(String token, long until) {}

    @Override
    public synchronized boolean take(String key, String token, Duration time) {
        Locks.check(time);
        if (live(key) != null) {
            return false;
        }
        dropEnded();
        hold(key, token, time);
        return true;
    }

    @Override
    public synchronized boolean extend(String key, String token, Duration time) {
        Locks.check(time);
        boolean mine = isHeldBy(key, token);
        if (mine) {
            hold(key, token, time);
        }
        return mine;
    }

    @Override
    public synchronized boolean release(String key, String token) {
        return isHeldBy(key, token) && remove(key);
    }

    @Override
    public synchronized boolean remove(String key) {
        boolean held = live(key) != null;
        locks.remove(key);
        return held;
    }

    @Override
    public synchronized void each(Consumer<Holding.Held> look) {
        long time = now.getAsLong();
        locks.forEach((key, held) -> {
            if (time < held.until) {
                look.accept(Holding.text(key, held::token, held.until, time));
            }
        });
    }

    /** Drops all locks, as a restarted server has. */
    public synchronized void clear() {
        locks.clear();
    }

    private boolean isHeldBy(String key, String token) {
        var held = live(key);
        return held != null && held.token.equals(token);
    }

    private @Nullable Held live(String key) {
        var held = locks.get(key);
        return held != null && now.getAsLong() < held.until ? held : null;
    }

    private void hold(String key, String token, Duration time) {
        locks.remove(key);
        locks.put(key, new Held(token, now.getAsLong() + time.toNanos()));
    }

    /** A little at a time, so that what nobody released does not pile up. */
    private void dropEnded() {
        var eldest = locks.values().iterator();
        for (int i = 0; i < LOOKED_AT && eldest.hasNext(); i++) {
            if (eldest.next().until <= now.getAsLong()) {
                eldest.remove();
            }
        }
    }
}
