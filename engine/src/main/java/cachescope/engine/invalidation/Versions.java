package cachescope.engine.invalidation;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Marks;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Stamp;
import cachescope.engine.port.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The versions by which copies are judged, of tags or keys. Unique ones are 63 random bits, so that
 * none ever comes again, whatever is evicted; counted ones begin again when their counter was.
 * Blocks as the marks do; safe for use by many tasks at once.
 */
public final class Versions {
    private final Marks marks;
    private final RandomGenerator random;
    private final Monitor monitor;
    private final boolean unique;

    /** {@code random} must be no other node's, and not begin again when a node does. */
    public Versions(Marks marks, RandomGenerator random, Tasks tasks, boolean unique) {
        this.marks = marks;
        this.random = random;
        this.monitor = tasks.monitor();
        this.unique = unique;
    }

    /** The versions of names now. */
    Stamp of(List<String> names) throws CacheUnavailable {
        var versions = marks.read(names, unique ? fresh() : 0);
        var stamp = new ArrayList<Stamp.Mark>();
        for (int i = 0; i < names.size(); i++) {
            stamp.add(new Stamp.Mark(names.get(i), versions.get(i)));
        }
        return new Stamp(stamp);
    }

    /** Whether a stamp is one of names, and those have the same versions now. */
    boolean isInForce(Stamp stamp) throws CacheUnavailable {
        var names = stamp.marks().stream().map(Stamp.Mark::name).toList();
        return !names.isEmpty() && of(names).equals(stamp);
    }

    /** Gives one or more names other versions, in one round trip; returns that of the first. */
    long move(List<String> names) throws CacheUnavailable {
        if (!unique) {
            return marks.increment(names).getFirst();
        }
        long version = fresh();
        marks.set(names, version);
        return version;
    }

    private long fresh() {
        return monitor.inside(() -> Math.max(1, random.nextLong() >>> 1));
    }
}
