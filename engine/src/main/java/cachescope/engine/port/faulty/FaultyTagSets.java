package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.TagSets;
import cachescope.engine.port.Tasks;
import java.util.List;

/** Sets of keys whose calls can be delayed, refused or lost. */
public final class FaultyTagSets implements TagSets {
    private final TagSets sets;
    private final Faults faults;

    public FaultyTagSets(TagSets sets, Fault.Choice choice, Tasks tasks) {
        this.sets = sets;
        this.faults = new Faults(choice, tasks);
    }

    @Override
    public void add(String tag, String key) throws CacheUnavailable {
        faults.call(
                CallKind.PUT,
                tag,
                () -> {
                    sets.add(tag, key);
                    return key;
                },
                FaultyCache::failure);
    }

    @Override
    public List<String> members(String tag) throws CacheUnavailable {
        return faults.call(CallKind.STAMP, tag, () -> sets.members(tag), FaultyCache::failure);
    }

    @Override
    public void remove(String tag) throws CacheUnavailable {
        faults.call(
                CallKind.REMOVE,
                tag,
                () -> {
                    sets.remove(tag);
                    return tag;
                },
                FaultyCache::failure);
    }
}
