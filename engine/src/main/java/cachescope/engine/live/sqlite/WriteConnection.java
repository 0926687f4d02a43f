package cachescope.engine.live.sqlite;

import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Versioned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that writes records, each time in a transaction. For one task at a time.
 *
 * <p>The driver closes a prepared statement that fails for want of room, say, so after a failure
 * all are prepared again: what failed once may go well the next time.
 */
final class WriteConnection implements AutoCloseable {
    private static final String BEGIN = "BEGIN IMMEDIATE";
    private static final String COMMIT = "COMMIT";
    private static final String NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
    private static final String UPDATE =
            "UPDATE records SET value = ?, version = ?, deleted = ?, updated_at = "
                    + NOW
                    + " WHERE key = ?";
    private static final String INSERT =
            "INSERT INTO records (value, version, deleted, key, updated_at) VALUES (?, ?, ?, ?, "
                    + NOW
                    + ")";
    private static final String FIRST =
            "INSERT OR IGNORE INTO records (key, value, version, deleted, updated_at) VALUES (?, ?,"
                    + " 1, 0, "
                    + NOW
                    + ")";

    private final Connection connection;
    private final ReadConnection rows;
    private Prepared prepared;

    WriteConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.rows = new ReadConnection(connection);
        this.prepared = Prepared.on(connection);
    }

    private record Prepared(
            PreparedStatement begin,
            PreparedStatement update,
            PreparedStatement insert,
            PreparedStatement first,
            PreparedStatement commit) {

        static Prepared on(Connection connection) throws SQLException {
            return new Prepared(
                    connection.prepareStatement(BEGIN),
                    connection.prepareStatement(UPDATE),
                    connection.prepareStatement(INSERT),
                    connection.prepareStatement(FIRST),
                    connection.prepareStatement(COMMIT));
        }

        void close() throws SQLException {
            for (var statement : List.of(begin, update, insert, first, commit)) {
                statement.close();
            }
        }
    }

    /** What is done within a transaction. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws SQLException;
    }

    /** Failed when nobody can say whether the transaction was committed. */
    static final class CommitFailed extends SQLException {
        private static final long serialVersionUID = 1L;

        CommitFailed(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Runs a step in a transaction, which is rolled back if the step fails. */
    <T> T transaction(Step<T> step) throws SQLException {
        try {
            return committed(step);
        } catch (SQLException failure) {
            prepareAgain(failure);
            throw failure;
        }
    }

    private <T> T committed(Step<T> step) throws SQLException {
        CallNotes.sent(BEGIN);
        prepared.begin.execute();
        T result;
        try {
            result = step.run();
        } catch (SQLException failure) {
            rollBack(failure);
            throw failure;
        }
        CallNotes.sent(COMMIT);
        try {
            prepared.commit.execute();
        } catch (SQLException failure) {
            rollBack(failure);
            throw failure.getSuppressed().length == 0 ? failure : new CommitFailed(failure);
        }
        return result;
    }

    /** The row of a key; empty if there is none. */
    Optional<Versioned> row(String key) throws SQLException {
        return rows.row(key);
    }

    /** Changes the row of a key; a value that is null makes it a tombstone. */
    void update(String key, long version, @Nullable String value) throws SQLException {
        CallNotes.sent(SqlText.of(UPDATE, value, version, deleted(value), key));
        set(prepared.update, key, version, value);
    }

    /** Inserts the first row of a key; a value that is null makes it a tombstone. */
    void insert(String key, long version, @Nullable String value) throws SQLException {
        CallNotes.sent(SqlText.of(INSERT, value, version, deleted(value), key));
        set(prepared.insert, key, version, value);
    }

    private static void set(
            PreparedStatement change, String key, long version, @Nullable String value)
            throws SQLException {
        change.setString(1, value);
        change.setLong(2, version);
        change.setInt(3, deleted(value));
        change.setString(4, key);
        change.executeUpdate();
    }

    private static int deleted(@Nullable String value) {
        return value == null ? 1 : 0;
    }

    /** Inserts rows of version 1 where none are. */
    void insertFirst(Map<String, String> values) throws SQLException {
        CallNotes.sent(FIRST + " -- " + values.size() + " rows");
        for (var row : values.entrySet()) {
            prepared.first.setString(1, row.getKey());
            prepared.first.setString(2, row.getValue());
            prepared.first.addBatch();
        }
        prepared.first.executeBatch();
    }

    private void rollBack(SQLException failure) {
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException noTransactionLeft) {
            failure.addSuppressed(noTransactionLeft);
        }
    }

    private void prepareAgain(SQLException failure) {
        try {
            prepared.close();
            prepared = Prepared.on(connection);
        } catch (SQLException notNow) {
            failure.addSuppressed(notNow);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
