package cachescope.engine.run;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.Reply;
import cachescope.engine.port.StructureStore;
import java.util.List;

/**
 * Structures of a run that can be used until they are closed, so that nothing is put there after
 * the run's keys were removed. Takes one call at a time. Thread-safe.
 */
final class OpenStructures implements StructureStore {
    private final StructureStore store;
    private boolean closed;

    OpenStructures(StructureStore store) {
        this.store = store;
    }

    @Override
    public synchronized List<Reply> pipeline(List<Command> commands) throws CacheUnavailable {
        refuseIfClosed();
        return store.pipeline(commands);
    }

    @Override
    public synchronized List<Reply> transaction(List<Command> commands) throws CacheUnavailable {
        refuseIfClosed();
        return store.transaction(commands);
    }

    private void refuseIfClosed() throws CacheUnavailable {
        if (closed) {
            throw new CacheUnavailable(
                    "The run is closed, and what it had in Redis is removed.", false, null);
        }
    }

    /** Waits for the call there is, and takes no more. */
    synchronized void close() {
        closed = true;
    }
}
