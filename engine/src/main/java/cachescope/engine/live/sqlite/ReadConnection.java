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
    private final PreparedStatement select;

    ReadConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.select = connection.prepareStatement(SELECT);
    }

    /** The row of a key; empty if there is none. */
    Optional<Versioned> row(String key) throws SQLException {
        CallNotes.sent(SqlText.of(SELECT, key));
        select.setString(1, key);
        try (var rows = select.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Versioned(rows.getLong(2), rows.getString(1)))
                    : Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
