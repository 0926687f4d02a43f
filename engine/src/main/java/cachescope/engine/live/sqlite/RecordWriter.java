package cachescope.engine.live.sqlite;

import cachescope.engine.port.Commits;
import cachescope.engine.port.Committed;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.Versioned;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes records one transaction after another, and tells of each commit before the next one.
 * Thread-safe.
 */
final class RecordWriter {
    private final ReentrantLock serial = new ReentrantLock();
    private final WriteConnection connection;
    private final SqliteFailures failures;
    private final Commits commits;
    private final FirstTouches touches;
    private volatile long highest;
    private final AtomicLong changes = new AtomicLong();

    RecordWriter(
            WriteConnection connection,
            SqliteFailures failures,
            Commits commits,
            FirstTouches touches,
            long highest) {
        this.connection = connection;
        this.failures = failures;
        this.commits = commits;
        this.touches = touches;
        this.highest = highest;
    }

    /**
     * The record of a key as a writer finds it: its row, or what was there before the run and has
     * none yet.
     */
    private record Present(String key, Versioned record, boolean hasRow) {}

    /** A row that was written, before it is committed. */
    private record Change(String key, long version, Versioned previous) {}

    long highestVersion() {
        return highest;
    }

    /** Counts how often the table was changed. */
    long changes() {
        return changes.get();
    }

    /**
     * The record of a key that a reader found no row of when so many changes had been made: a row
     * that was made since, or the record from before the run, which is noted as touched.
     */
    Versioned firstTouch(String key, String original, long changesThen) throws DatabaseUnavailable {
        return alone(() -> {
            var row =
                    changes.get() == changesThen
                            ? Optional.<Versioned>empty()
                            : connection.row(key);
            if (row.isPresent()) {
                return row.get();
            }
            var touched = new Versioned(1, touches.touch(key, original));
            highest = Math.max(highest, 1);
            if (touches.isFull()) {
                insertTouched();
            }
            return touched;
        });
    }

    /** Commits a value, or a tombstone where it is null, under the next version. */
    Committed write(String key, @Nullable String value) throws DatabaseUnavailable {
        return alone(() -> committed(connection.transaction(() -> next(present(key), value))));
    }

    /**
     * Takes a commit back under a further version; empty if it is not the newest of its key any
     * more.
     */
    Optional<Committed> undo(Committed commit) throws DatabaseUnavailable {
        return alone(() -> connection.transaction(() -> undone(commit)).map(this::committed));
    }

    /**
     * Commits those writes whose version is greater than the record's, under that version, in one
     * transaction.
     */
    List<Committed> writeAll(List<PendingWrite> batch) throws DatabaseUnavailable {
        return alone(() ->
                connection.transaction(() -> newer(batch)).stream().map(this::committed).toList());
    }

    /** Inserts what was touched and closes the connection. */
    void close(boolean keep) throws DatabaseUnavailable {
        alone(() -> {
            try (connection) {
                if (keep) {
                    insertTouched();
                }
                return keep;
            }
        });
    }

    private Optional<Change> undone(Committed commit) throws SQLException {
        var present = present(commit.key());
        return present.record.version() == commit.version()
                ? Optional.of(next(present, commit.previous().value()))
                : Optional.empty();
    }

    private List<Change> newer(List<PendingWrite> batch) throws SQLException {
        var changes = new ArrayList<Change>(batch.size());
        for (var write : batch) {
            var present = present(write.key());
            if (write.version() > present.record.version()) {
                changes.add(change(present, write.version(), write.versioned().value()));
            }
        }
        return changes;
    }

    private Present present(String key) throws SQLException {
        var row = connection.row(key);
        if (row.isPresent()) {
            return new Present(key, row.get(), true);
        }
        var value = touches.seen(key).or(() -> touches.original(key));
        var record = value.map(original -> new Versioned(1, original)).orElse(Versioned.NEVER);
        return new Present(key, record, false);
    }

    private Change next(Present present, @Nullable String value) throws SQLException {
        return change(present, present.record.version() + 1, value);
    }

    private Change change(Present present, long version, @Nullable String value)
            throws SQLException {
        if (present.hasRow) {
            connection.update(present.key, version, value);
        } else {
            connection.insert(present.key, version, value);
        }
        return new Change(present.key, version, present.record);
    }

    private Committed committed(Change change) {
        long at = commits.committed(change.key, change.version);
        changes.incrementAndGet();
        touches.forget(change.key);
        highest = Math.max(highest, change.version);
        return new Committed(change.key, change.version, at, change.previous);
    }

    private void insertTouched() throws SQLException {
        connection.transaction(() -> {
            connection.insertFirst(touches.values());
            return touches;
        });
        changes.incrementAndGet();
        touches.clear();
    }

    private <T> T alone(WriteConnection.Step<T> step) throws DatabaseUnavailable {
        serial.lock();
        try {
            return step.run();
        } catch (SQLException failure) {
            throw failures.of(failure, failure instanceof WriteConnection.CommitFailed);
        } finally {
            serial.unlock();
        }
    }
}
