package cachescope.engine.live.sqlite;

import cachescope.engine.port.Commits;
import cachescope.engine.port.Committed;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Versioned;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;

/**
 * The system of record in an SQLite database. Thread-safe; calls block, reads for microseconds and
 * beside the writes.
 */
public final class SqliteRecords implements RecordStore, AutoCloseable {
    private final DatabaseFile file;
    private final RecordReaders readers;
    private final RecordWriter writer;
    private final FirstTouches touches;

    private SqliteRecords(
            DatabaseFile file, RecordReaders readers, RecordWriter writer, FirstTouches touches) {
        this.file = file;
        this.readers = readers;
        this.writer = writer;
        this.touches = touches;
    }

    /**
     * Opens a database that is removed when it is closed. {@code baseline} gives the value of the
     * record of version 1 that was there before the run. It is asked by whoever touches a key
     * first; if several do at once, one answer counts.
     */
    public static SqliteRecords temporary(
            Commits commits, Function<String, Optional<String>> baseline)
            throws DatabaseUnavailable {
        return open(DatabaseFile.temporary("records.db"), commits, new FirstTouches(baseline));
    }

    /** Opens a database that stays, or makes it; throws with the reason if that can't be. */
    public static SqliteRecords open(
            Path path, Commits commits, Function<String, Optional<String>> baseline)
            throws DatabaseUnavailable {
        return open(DatabaseFile.at(path), commits, new FirstTouches(baseline));
    }

    /** The version of SQLite, such as {@code 3.54.1}. */
    public static String version() {
        try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT sqlite_version()")) {
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("SQLite does not start on this machine.", failure);
        }
    }

    static SqliteRecords open(DatabaseFile file, Commits commits, FirstTouches touches)
            throws DatabaseUnavailable {
        var failures = file.failures();
        try {
            var connection = file.writer();
            try {
                RecordTable.prepare(connection, failures);
                var writer =
                        new RecordWriter(
                                new WriteConnection(connection),
                                failures,
                                commits,
                                touches,
                                RecordTable.highestVersion(connection));
                return new SqliteRecords(file, RecordReaders.open(file), writer, touches);
            } catch (SQLException | DatabaseUnavailable failure) {
                connection.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw failures.of(failure, false);
        }
    }

    @Override
    public Versioned read(String key) throws DatabaseUnavailable {
        try {
            long changes = writer.changes();
            var row = readers.row(key);
            if (row.isPresent()) {
                return row.get();
            }
            var touched = touches.seen(key);
            if (touched.isPresent()) {
                return new Versioned(1, touched.get());
            }
            var original = touches.original(key);
            return original.isPresent()
                    ? writer.firstTouch(key, original.get(), changes)
                    : Versioned.NEVER;
        } catch (SQLException failure) {
            throw file.failures().of(failure, false);
        }
    }

    @Override
    public Committed write(String key, String value) throws DatabaseUnavailable {
        return writer.write(key, value);
    }

    @Override
    public Committed remove(String key) throws DatabaseUnavailable {
        return writer.write(key, null);
    }

    @Override
    public Optional<Committed> undo(Committed commit) throws DatabaseUnavailable {
        return writer.undo(commit);
    }

    @Override
    public List<Committed> writeAll(List<PendingWrite> batch) throws DatabaseUnavailable {
        return writer.writeAll(batch);
    }

    @Override
    public long highestVersion() {
        return writer.highestVersion();
    }

    /**
     * Waits for calls to end, writes what is still to be written, and removes the database if it is
     * a temporary one.
     */
    @Override
    public void close() throws DatabaseUnavailable {
        try {
            readers.close();
            writer.close(!file.temporary());
            file.removeIfTemporary();
        } catch (SQLException failure) {
            throw file.failures().of(failure, false);
        } catch (IOException failure) {
            throw file.failures().because("could not be removed: " + failure.getMessage());
        }
    }
}
