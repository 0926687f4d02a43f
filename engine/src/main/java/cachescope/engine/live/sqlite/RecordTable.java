package cachescope.engine.live.sqlite;

import cachescope.engine.port.DatabaseUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The table of the records. */
final class RecordTable {
    private static final String CREATE =
            """
            CREATE TABLE IF NOT EXISTS records (
                key TEXT NOT NULL PRIMARY KEY,
                value TEXT,
                version INTEGER NOT NULL,
                deleted INTEGER NOT NULL,
                updated_at INTEGER NOT NULL)
            """;
    private static final List<String> COLUMNS =
            List.of(
                    "key TEXT in the primary key",
                    "value TEXT",
                    "version INTEGER",
                    "deleted INTEGER",
                    "updated_at INTEGER");

    private RecordTable() {}

    /**
     * Makes the table if there is none; throws if somebody else's table has its name. No other
     * table is touched.
     */
    static void prepare(Connection connection, SqliteFailures failures)
            throws SQLException, DatabaseUnavailable {
        try (var statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        var columns = columns(connection);
        if (!columns.equals(COLUMNS)) {
            throw failures.because(
                    "already has something named records that is not Cachescope's: it has "
                            + String.join(", ", columns));
        }
    }

    /** The greatest version in the table; 0 if it is empty. */
    static long highestVersion(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT MAX(version) FROM records")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static List<String> columns(Connection connection) throws SQLException {
        var columns = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA table_info(records)")) {
            while (rows.next()) {
                var primary = rows.getInt("pk") == 0 ? "" : " in the primary key";
                columns.add(rows.getString("name") + " " + rows.getString("type") + primary);
            }
        }
        return columns;
    }
}
