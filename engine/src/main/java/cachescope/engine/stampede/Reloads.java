package cachescope.engine.stampede;

import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;

/** What guards do with an entry that is there: serve it, or load it again, and say so. */
final class Reloads {
    private final Tasks tasks;
    private final GuardListener listener;

    Reloads(Tasks tasks, GuardListener listener) {
        this.tasks = tasks;
        this.listener = listener;
    }

    boolean isExpired(Entry entry) {
        return tasks.now() >= entry.expiresAt();
    }

    /** Serves what is there, in its grace if it has expired. */
    Versioned serve(String key, Entry entry) {
        long overdue = tasks.now() - entry.expiresAt();
        if (overdue >= 0) {
            listener.graceServed(key, entry, overdue);
        }
        return entry.versioned();
    }

    /** Loads a key again; where the database does not answer, what is there is served. */
    Versioned reloadOrServe(String key, Entry entry, Filling filling) {
        try {
            return reload(key, entry, filling);
        } catch (DatabaseUnavailable failure) {
            return serve(key, entry);
        }
    }

    /** Loads a key again. */
    Versioned reload(String key, Entry entry, Filling filling) throws DatabaseUnavailable {
        long startedAt = tasks.now();
        if (startedAt >= entry.expiresAt()) {
            listener.lateReloadStarted(key);
        } else {
            listener.reloadStarted(key);
        }
        long version = 0;
        try {
            var record = filling.reload(key);
            version = record.version();
            return record;
        } finally {
            listener.reloadEnded(key, startedAt, version);
        }
    }
}
