package cachescope.engine.simulation;

import cachescope.engine.port.Marks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Versions of names in memory. Beyond its capacity the least recently used one is evicted. Never
 * unavailable, and never waits: decorators make it so. Thread-safe.
 */
public final class SimulatedMarks implements Marks, Holding {
    private final Map<String, Long> versions = new LinkedHashMap<>(16, 0.75f, true);
    private int capacity = SimulatedCache.UNBOUNDED;

    /** Holds so many from now on; {@link SimulatedCache#UNBOUNDED} for any number. */
    public synchronized void resize(int names) {
        capacity = names;
        evictWhatIsTooMuch();
    }

    @Override
    public synchronized List<Long> read(List<String> names, long ifNone) {
        return names.stream().map(name -> read(name, ifNone)).toList();
    }

    private long read(String name, long ifNone) {
        var version = versions.get(name);
        if (version == null && ifNone != 0) {
            set(name, ifNone);
        }
        return version == null ? ifNone : version;
    }

    @Override
    public synchronized void set(String name, long version) {
        versions.put(name, version);
        evictWhatIsTooMuch();
    }

    @Override
    public synchronized long increment(String name) {
        long next = read(name, 0) + 1;
        set(name, next);
        return next;
    }

    /** The order of the versions is left as it is. */
    @Override
    public synchronized void each(Consumer<Held> look) {
        versions.forEach(
                (name, version) -> look.accept(Holding.text(name, version::toString, NEVER, 0)));
    }

    /** Forgets the version of a name, as an eviction does. */
    public synchronized void evict(String name) {
        versions.remove(name);
    }

    private void evictWhatIsTooMuch() {
        while (capacity != SimulatedCache.UNBOUNDED && versions.size() > capacity) {
            versions.remove(versions.keySet().iterator().next());
        }
    }
}
