package cachescope.engine.invalidation;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Committed;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Versioned;
import java.util.List;
import java.util.Optional;

/**
 * Records before each write of which a version is moved on: the wrong order. A reader that comes in
 * between reads the new version and the old record, and keeps it for a good one.
 */
public final class BumpingRecords implements RecordStore {
    private final RecordStore records;
    private final Bumps bumps;

    public BumpingRecords(RecordStore records, Bumps bumps) {
        this.records = records;
        this.bumps = bumps;
    }

    @Override
    public Versioned read(String key) throws DatabaseUnavailable {
        return records.read(key);
    }

    @Override
    public Committed write(String key, String value) throws DatabaseUnavailable {
        bump(key);
        return records.write(key, value);
    }

    @Override
    public Committed remove(String key) throws DatabaseUnavailable {
        bump(key);
        return records.remove(key);
    }

    @Override
    public Optional<Committed> undo(Committed commit) throws DatabaseUnavailable {
        bump(commit.key());
        return records.undo(commit);
    }

    @Override
    public List<Committed> writeAll(List<PendingWrite> batch) throws DatabaseUnavailable {
        for (var write : batch) {
            bump(write.key());
        }
        return records.writeAll(batch);
    }

    @Override
    public long highestVersion() throws DatabaseUnavailable {
        return records.highestVersion();
    }

    private void bump(String key) {
        try {
            bumps.bump(key);
        } catch (CacheUnavailable lost) {
            return; // whoever does it in the wrong order has nobody to make up for it
        }
    }
}
