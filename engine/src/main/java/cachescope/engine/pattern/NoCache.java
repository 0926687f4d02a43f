package cachescope.engine.pattern;

import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Versioned;

/** No cache at all: the baseline that every pattern is compared with. */
public final class NoCache implements Pattern {
    private final RecordStore records;

    public NoCache(RecordStore records) {
        this.records = records;
    }

    @Override
    public Versioned read(String key) throws DatabaseUnavailable {
        return records.read(key);
    }

    @Override
    public long write(String key, String value) throws DatabaseUnavailable {
        return records.write(key, value).version();
    }

    @Override
    public long delete(String key) throws DatabaseUnavailable {
        return records.remove(key).version();
    }
}
