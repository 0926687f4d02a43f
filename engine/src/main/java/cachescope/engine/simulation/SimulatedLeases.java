package cachescope.engine.simulation;

import cachescope.engine.port.Entry;
import cachescope.engine.port.Leases;
import cachescope.engine.port.PutCondition;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Leases in memory, beside the simulated cache that they are for, that keep to the contract of
 * those in Redis. Never unavailable, and never wait: decorators make it so. Thread-safe.
 */
public final class SimulatedLeases implements Leases, Holding {
    private final SimulatedCache cache;
    private final SimulatedLocks tokens;

    /** {@code now} gives nanoseconds from the run's start. */
    public SimulatedLeases(SimulatedCache cache, LongSupplier now) {
        this.cache = cache;
        this.tokens = new SimulatedLocks(now);
    }

    @Override
    public synchronized boolean take(String key, String token, Duration time) {
        return tokens.take(key, token, time);
    }

    @Override
    public synchronized boolean put(String key, String token, Entry entry, PutCondition condition) {
        return tokens.release(key, token) && cache.put(key, entry, condition);
    }

    @Override
    public synchronized boolean end(String key, String token) {
        return tokens.release(key, token);
    }

    @Override
    public synchronized void invalidate(String key, long version) {
        tokens.remove(key);
        cache.invalidate(key, version);
    }

    @Override
    public synchronized void remove(String key) {
        tokens.remove(key);
        cache.remove(key);
    }

    @Override
    public void each(Consumer<Held> look) {
        tokens.each(look);
    }

    /** Drops all leases, as a restarted server has. */
    public synchronized void clear() {
        tokens.clear();
    }
}
