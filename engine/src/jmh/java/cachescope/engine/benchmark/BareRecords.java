package cachescope.engine.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * What cache-aside asks of SQLite, written straight onto JDBC: the same statements, one writer, as
 * many readers as processors. As in a run, a key that is touched first has a record of version 1;
 * these are inserted 64 at a time.
 */
final class BareRecords implements AutoCloseable {
    private static final String SELECT = "SELECT value, version FROM records WHERE key = ?";
    private static final String NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
    private static final String UPSERT =
            "INSERT INTO records (key, value, version, deleted, updated_at) VALUES (?, ?, ?, ?, "
                    + NOW
                    + ") ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version,"
                    + " deleted = excluded.deleted, updated_at = excluded.updated_at";
    private static final String FIRST =
            "INSERT OR IGNORE INTO records (key, value, version, deleted, updated_at) VALUES (?, ?, 1, 0, "
                    + NOW
                    + ")";
    private static final int FIRST_ROWS = 64;

    private final Path file;
    private final String original;
    private final ReentrantLock writing = new ReentrantLock();
    private final Connection writer;
    private final PreparedStatement select;
    private final PreparedStatement begin;
    private final PreparedStatement upsert;
    private final PreparedStatement first;
    private final PreparedStatement commit;
    private final Map<String, String> touched = new HashMap<>();
    private final BlockingQueue<Reader> readers = new ArrayBlockingQueue<>(64);

    BareRecords(String original) throws IOException, SQLException {
        this.original = original;
        this.file = Files.createTempFile("bare", ".db");
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        this.writer = config.createConnection("jdbc:sqlite:" + file);
        try (var statement = writer.createStatement()) {
            statement.execute(
                    "CREATE TABLE records (key TEXT NOT NULL PRIMARY KEY, value TEXT, version INTEGER NOT NULL,"
                            + " deleted INTEGER NOT NULL, updated_at INTEGER NOT NULL)");
        }
        this.select = writer.prepareStatement(SELECT);
        this.begin = writer.prepareStatement("BEGIN IMMEDIATE");
        this.upsert = writer.prepareStatement(UPSERT);
        this.first = writer.prepareStatement(FIRST);
        this.commit = writer.prepareStatement("COMMIT");
        for (int index = 0;
                index < Math.max(2, Runtime.getRuntime().availableProcessors());
                index++) {
            var connection = config().createConnection("jdbc:sqlite:" + file);
            readers.add(new Reader(connection, connection.prepareStatement(SELECT)));
        }
    }

    /** A record; its value is null if it was deleted. */
    record Row(@Nullable String value, long version) {}

    private record Reader(Connection connection, PreparedStatement select) {}

    Row read(String key) throws SQLException, InterruptedException {
        var reader = readers.take();
        @Nullable Row row;
        try {
            row = row(reader.select, key);
        } finally {
            readers.add(reader);
        }
        return row == null ? firstTouch(key) : row;
    }

    /** Commits a value, or a tombstone where it is null; returns its version. */
    long write(String key, @Nullable String value) throws SQLException {
        writing.lock();
        try {
            begin.execute();
            var before = row(select, key);
            long version = before == null ? 2 : before.version + 1;
            upsert.setString(1, key);
            upsert.setString(2, value);
            upsert.setLong(3, version);
            upsert.setInt(4, value == null ? 1 : 0);
            upsert.executeUpdate();
            commit.execute();
            touched.remove(key);
            return version;
        } finally {
            writing.unlock();
        }
    }

    private Row firstTouch(String key) throws SQLException {
        writing.lock();
        try {
            var row = row(select, key);
            if (row != null) {
                return row;
            }
            touched.putIfAbsent(key, original);
            if (touched.size() >= FIRST_ROWS) {
                insertTouched();
            }
            return new Row(original, 1);
        } finally {
            writing.unlock();
        }
    }

    private void insertTouched() throws SQLException {
        begin.execute();
        for (var row : touched.entrySet()) {
            first.setString(1, row.getKey());
            first.setString(2, row.getValue());
            first.addBatch();
        }
        first.executeBatch();
        commit.execute();
        touched.clear();
    }

    private static @Nullable Row row(PreparedStatement select, String key) throws SQLException {
        select.setString(1, key);
        try (var rows = select.executeQuery()) {
            return rows.next() ? new Row(rows.getString(1), rows.getLong(2)) : null;
        }
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(2_000);
        return config;
    }

    @Override
    public void close() throws SQLException, IOException {
        for (var reader : readers) {
            reader.connection.close();
        }
        writer.close();
        Files.deleteIfExists(file);
    }
}
