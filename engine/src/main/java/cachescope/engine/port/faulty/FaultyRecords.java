package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import cachescope.engine.port.Committed;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A store of records whose calls can be delayed, refused or lost. */
public final class FaultyRecords implements RecordStore {
    private final RecordStore records;
    private final Faults faults;

    public FaultyRecords(RecordStore records, Fault.Choice choice, Tasks tasks) {
        this.records = records;
        this.faults = new Faults(choice, tasks);
    }

    /**
     * A store that takes so much longer for every call: the network and the query that a local file
     * does not have.
     */
    public static RecordStore delayed(RecordStore records, Duration delay, Tasks tasks) {
        return delay.isZero()
                ? records
                : new FaultyRecords(records, (kind, key) -> new Fault.Delayed(delay), tasks);
    }

    @Override
    public Versioned read(String key) throws DatabaseUnavailable {
        return faults.call(CallKind.READ, key, () -> records.read(key), FaultyRecords::failure);
    }

    @Override
    public Committed write(String key, String value) throws DatabaseUnavailable {
        return faults.call(
                CallKind.WRITE, key, () -> records.write(key, value), FaultyRecords::failure);
    }

    @Override
    public Committed remove(String key) throws DatabaseUnavailable {
        return faults.call(CallKind.DELETE, key, () -> records.remove(key), FaultyRecords::failure);
    }

    @Override
    public Optional<Committed> undo(Committed commit) throws DatabaseUnavailable {
        return faults.call(
                CallKind.UNDO, commit.key(), () -> records.undo(commit), FaultyRecords::failure);
    }

    @Override
    public List<Committed> writeAll(List<PendingWrite> batch) throws DatabaseUnavailable {
        var key = batch.getFirst().key();
        return faults.call(
                CallKind.FLUSH, key, () -> records.writeAll(batch), FaultyRecords::failure);
    }

    @Override
    public long highestVersion() throws DatabaseUnavailable {
        return records.highestVersion();
    }

    private static DatabaseUnavailable failure(String message, boolean outcomeUnknown) {
        return new DatabaseUnavailable(message, outcomeUnknown, null);
    }
}
