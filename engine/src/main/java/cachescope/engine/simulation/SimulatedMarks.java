package cachescope.engine.simulation;

import cachescope.engine.eviction.EvictionListener;
import cachescope.engine.port.Marks;
import cachescope.engine.strategy.EvictionName;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Versions of names in memory. Beyond its capacity some are evicted, the least recently used ones
 * unless it is told otherwise. Never unavailable, and never waits: decorators make it so.
 * Thread-safe.
 */
public final class SimulatedMarks implements Marks, Holding {
    private final Limit<Long> limit = new Limit<>(new EvictionListener<>() {});

    /** Holds so many from now on; {@link SimulatedCache#UNBOUNDED} for any number. */
    public synchronized void resize(int names) {
        limit.resize(names);
    }

    /** Evicts in this way from now on; numbers are drawn if that is by chance. */
    public synchronized void evictBy(EvictionName eviction, RandomGenerator random) {
        limit.evictBy(eviction, random);
    }

    @Override
    public synchronized List<Long> read(List<String> names, long ifNone) {
        return names.stream().map(name -> read(name, ifNone)).toList();
    }

    private long read(String name, long ifNone) {
        var version = limit.cache().get(name);
        if (version == null && ifNone != 0) {
            limit.cache().put(name, ifNone);
        }
        return version == null ? ifNone : version;
    }

    @Override
    public synchronized void set(List<String> names, long version) {
        names.forEach(name -> limit.cache().put(name, version));
    }

    @Override
    public synchronized List<Long> increment(List<String> names) {
        return names.stream().map(this::increment).toList();
    }

    private long increment(String name) {
        long next = read(name, 0) + 1;
        limit.cache().put(name, next);
        return next;
    }

    /** The order of the versions is left as it is. */
    @Override
    public synchronized void each(Consumer<Held> look) {
        limit.each((name, version) -> look.accept(Holding.text(name, version::toString, NEVER, 0)));
    }

    /** Forgets the version of a name, as an eviction does. */
    public synchronized void evict(String name) {
        limit.cache().remove(name);
    }
}
