package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.Reply;
import cachescope.engine.port.StructureStore;
import cachescope.engine.port.Tasks;
import java.util.List;

/** Structures whose round trips can be delayed, refused or lost. */
public final class FaultyStructures implements StructureStore {
    private final StructureStore structures;
    private final Faults faults;

    public FaultyStructures(StructureStore structures, Fault.Choice choice, Tasks tasks) {
        this.structures = structures;
        this.faults = new Faults(choice, tasks);
    }

    @Override
    public List<Reply> pipeline(List<Command> commands) throws CacheUnavailable {
        StructureStore.check(commands);
        return faults.call(
                CallKind.PUT,
                commands.getFirst().key(),
                () -> structures.pipeline(commands),
                FaultyCache::failure);
    }

    @Override
    public List<Reply> transaction(List<Command> commands) throws CacheUnavailable {
        StructureStore.check(commands);
        return faults.call(
                CallKind.PUT,
                commands.getFirst().key(),
                () -> structures.transaction(commands),
                FaultyCache::failure);
    }
}
