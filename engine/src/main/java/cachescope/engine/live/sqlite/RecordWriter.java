package cachescope.engine.live.sqlite;

import cachescope.engine.port.Commits;
import cachescope.engine.port.Committed;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.Versioned;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

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

    /** A row that was written, before it is committed. */
    private record Change(String key, long version, Versioned previous) {}

    long highestVersion() {
        return highest;
    }

    /**
     * The row of a key that the reader found none of; else the record from before the run, which is
     * noted as touched.
     */
    Versioned firstTouch(String key, String original) throws DatabaseUnavailable {
        return alone(() -> {
            var row = connection.row(key);
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
        return alone(() -> {
            var change = connection.transaction(() -> next(key, present(key), value));
            return committed(change);
        });
    }

    /**
     * Takes a commit back under a further version; empty if it is not the newest of its key any
     * more.
     */
    Optional<Committed> undo(Committed commit) throws DatabaseUnavailable {
        return alone(() -> {
            var change =
                    connection.transaction(() -> {
                        var present = present(commit.key());
                        return present.version() == commit.version()
                                ? Optional.of(
                                        next(commit.key(), present, commit.previous().value()))
                                : Optional.<Change>empty();
                    });
            return change.map(this::committed);
        });
    }

    /**
     * Commits those writes whose version is greater than the record's, under that version, in one
     * transaction.
     */
    List<Committed> writeAll(List<PendingWrite> batch) throws DatabaseUnavailable {
        return alone(() -> {
            var changes =
                    connection.transaction(() -> {
                        var newer = new ArrayList<Change>(batch.size());
                        for (var write : batch) {
                            var present = present(write.key());
                            if (write.version() > present.version()) {
                                newer.add(
                                        set(
                                                write.key(),
                                                write.version(),
                                                present,
                                                write.versioned().value()));
                            }
                        }
                        return newer;
                    });
            return changes.stream().map(this::committed).toList();
        });
    }

    /** Inserts what was touched and closes the connection. */
    void close(boolean keep) throws DatabaseUnavailable {
        alone(() -> {
            if (keep) {
                insertTouched();
            }
            connection.close();
            return keep;
        });
    }

    /** The record of a key, as a writer sees it: its row, or what was there before the run. */
    private Versioned present(String key) throws SQLException {
        var row = connection.row(key);
        if (row.isPresent()) {
            return row.get();
        }
        var value = touches.seen(key).or(() -> touches.original(key));
        return value.map(original -> new Versioned(1, original)).orElse(Versioned.NEVER);
    }

    private Change next(String key, Versioned present, @Nullable String value) throws SQLException {
        return set(key, present.version() + 1, present, value);
    }

    private Change set(String key, long version, Versioned present, @Nullable String value)
            throws SQLException {
        connection.set(key, version, value);
        return new Change(key, version, present);
    }

    private Committed committed(Change change) {
        long at = commits.committed(change.key, change.version);
        touches.forget(change.key);
        highest = Math.max(highest, change.version);
        return new Committed(change.key, change.version, at, change.previous);
    }

    private void insertTouched() throws SQLException {
        connection.transaction(() -> {
            connection.insertFirst(touches.values());
            return touches;
        });
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
