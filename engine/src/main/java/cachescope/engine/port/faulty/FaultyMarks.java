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
        var first = names.isEmpty() ? "" : names.getFirst();
        return faults.call(
                CallKind.STAMP, first, () -> marks.read(names, ifNone), FaultyCache::failure);
    }

    @Override
    public void set(String name, long version) throws CacheUnavailable {
        faults.call(
                CallKind.INVALIDATE,
                name,
                () -> {
                    marks.set(name, version);
                    return version;
                },
                FaultyCache::failure);
    }

    @Override
    public long increment(String name) throws CacheUnavailable {
        return faults.call(
                CallKind.INVALIDATE, name, () -> marks.increment(name), FaultyCache::failure);
    }
}
