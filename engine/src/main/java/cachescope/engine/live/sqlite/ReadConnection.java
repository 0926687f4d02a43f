package cachescope.engine.live.sqlite;

import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Versioned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** A connection that reads records. For one task at a time. */
final class ReadConnection implements AutoCloseable {
    private static final String SELECT = "SELECT value, version FROM records WHERE key = ?";

    private final Connection connection;
    private PreparedStatement select;

    ReadConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.select = connection.prepareStatement(SELECT);
    }

    /** The row of a key; empty if there is none. */
    Optional<Versioned> row(String key) throws SQLException {
        CallNotes.sent(SqlText.of(SELECT, key));
        try {
            return selected(key);
        } catch (SQLException failure) {
            prepareAgain(failure);
            throw failure;
        }
    }

    private Optional<Versioned> selected(String key) throws SQLException {
        select.setString(1, key);
        try (var rows = select.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Versioned(rows.getLong(2), rows.getString(1)))
                    : Optional.empty();
        }
    }

    /** The driver closes a prepared statement that fails. */
    private void prepareAgain(SQLException failure) {
        try {
            select.close();
            select = connection.prepareStatement(SELECT);
        } catch (SQLException notNow) {
            failure.addSuppressed(notNow);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
