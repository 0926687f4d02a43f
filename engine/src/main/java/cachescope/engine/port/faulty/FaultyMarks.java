package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Marks;
import cachescope.engine.port.Tasks;
import java.util.List;

/** Versions of names whose calls can be delayed, refused or lost. */
public final class FaultyMarks implements Marks {
    private final Marks marks;
    private final Faults faults;

    public FaultyMarks(Marks marks, Fault.Choice choice, Tasks tasks) {
        this.marks = marks;
        this.faults = new Faults(choice, tasks);
    }

    @Override
    public List<Long> read(List<String> names, long ifNone) throws CacheUnavailable {
        return faults.call(
                CallKind.STAMP,
                first(names),
                () -> marks.read(names, ifNone),
                FaultyCache::failure);
    }

    @Override
    public void set(List<String> names, long version) throws CacheUnavailable {
        faults.call(
                CallKind.INVALIDATE,
                first(names),
                () -> {
                    marks.set(names, version);
                    return version;
                },
                FaultyCache::failure);
    }

    @Override
    public List<Long> increment(List<String> names) throws CacheUnavailable {
        return faults.call(
                CallKind.INVALIDATE,
                first(names),
                () -> marks.increment(names),
                FaultyCache::failure);
    }

    /** A call for several names goes by the name of the first. */
    private static String first(List<String> names) {
        return names.isEmpty() ? "" : names.getFirst();
    }
}
