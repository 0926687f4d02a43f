package cachescope.engine.structure;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Command;
import cachescope.engine.port.Reply;
import cachescope.engine.port.StructureStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Counts the round trips to a store of structures, with what each sent and how long it took. For
 * one task at a time.
 */
public final class RoundTrips implements StructureStore {
    private final StructureStore store;
    private final LongSupplier now;
    private final List<RoundTrip> made = new ArrayList<>();

    /** {@code now} gives nanoseconds from anywhere. */
    public RoundTrips(StructureStore store, LongSupplier now) {
        this.store = store;
        this.now = now;
    }

    /**
     * One round trip.
     *
     * @param sent the commands as they were sent
     * @param nanos from when the first left until the last answer was there
     */
    public record RoundTrip(List<String> sent, long nanos) {
        public RoundTrip {
            sent = List.copyOf(sent);
        }
    }

    /** Those made so far, those too that failed. */
    public List<RoundTrip> made() {
        return List.copyOf(made);
    }

    @Override
    public List<Reply> pipeline(List<Command> commands) throws CacheUnavailable {
        return counted(() -> store.pipeline(commands));
    }

    @Override
    public List<Reply> transaction(List<Command> commands) throws CacheUnavailable {
        return counted(() -> store.transaction(commands));
    }

    private List<Reply> counted(ScopedValue.CallableOp<List<Reply>, CacheUnavailable> call)
            throws CacheUnavailable {
        var notes = new CallNotes();
        long from = now.getAsLong();
        try {
            return notes.during(call);
        } finally {
            made.add(new RoundTrip(notes.sent(), now.getAsLong() - from));
        }
    }
}
