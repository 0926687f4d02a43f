package cachescope.engine.live.sqlite;

import cachescope.engine.port.CommitHistory;
import cachescope.engine.port.DatabaseUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * A commit history of any length, in a temporary database that is removed when it is closed. What
 * is added can be read at once. Throws {@link UncheckedIOException} with a sentence where the disk
 * fails.
 */
public final class SqliteCommitHistory implements CommitHistory {
    private static final int COMMITS_PER_TRANSACTION = 10_000;
    private static final String CREATE =
            """
            CREATE TABLE commits (
                key TEXT NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL,
                PRIMARY KEY (key, version)) WITHOUT ROWID
            """;
    private static final String NEWEST =
            "SELECT version FROM commits WHERE key = ? AND at <= ? ORDER BY version DESC LIMIT 1";
    private static final String FIRST =
            "SELECT at FROM commits WHERE key = ? AND version > ? ORDER BY version LIMIT 1";

    private final DatabaseFile file;
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement newest;
    private final PreparedStatement first;
    private int uncommitted;

    private SqliteCommitHistory(DatabaseFile file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.insert = connection.prepareStatement("INSERT INTO commits VALUES (?, ?, ?)");
        this.newest = connection.prepareStatement(NEWEST);
        this.first = connection.prepareStatement(FIRST);
    }

    /** Makes an empty one. */
    public static SqliteCommitHistory temporary() {
        try {
            return open(DatabaseFile.temporary("commits.db"));
        } catch (DatabaseUnavailable failure) {
            throw new UncheckedIOException(new IOException(failure.getMessage(), failure));
        }
    }

    private static SqliteCommitHistory open(DatabaseFile file) {
        try {
            var connection = file.scratch();
            try (var statement = connection.createStatement()) {
                statement.execute(CREATE);
            }
            connection.setAutoCommit(false);
            return new SqliteCommitHistory(file, connection);
        } catch (SQLException failure) {
            throw failed(file, failure);
        }
    }

    @Override
    public void add(String key, long version, long at) {
        try {
            insert.setString(1, key);
            insert.setLong(2, version);
            insert.setLong(3, at);
            insert.executeUpdate();
            if (++uncommitted == COMMITS_PER_TRANSACTION) {
                connection.commit();
                uncommitted = 0;
            }
        } catch (SQLException failure) {
            throw failed(file, failure);
        }
    }

    @Override
    public OptionalLong newestAt(String key, long at) {
        return number(newest, key, at);
    }

    @Override
    public OptionalLong firstAfter(String key, long version) {
        return number(first, key, version);
    }

    @Override
    public void close() {
        try {
            connection.close();
            file.removeIfTemporary();
        } catch (SQLException failure) {
            throw failed(file, failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private OptionalLong number(PreparedStatement select, String key, long bound) {
        try {
            select.setString(1, key);
            select.setLong(2, bound);
            try (var rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException failure) {
            throw failed(file, failure);
        }
    }

    private static UncheckedIOException failed(DatabaseFile file, SQLException failure) {
        return new UncheckedIOException(
                new IOException(file.failures().sentence(failure), failure));
    }
}
