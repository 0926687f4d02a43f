package cachescope.engine.live.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.port.Versioned;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteConnectionTest {
    private static final String LARGE = "x".repeat(1_000_000);

    @TempDir Path folder;

    @Test
    void whatFailsForWantOfRoomGoesWellWhenThereIsSome() throws Exception {
        var file = DatabaseFile.at(folder.resolve("x.db"));
        try (var sqlite = file.writer();
                var connection = open(file, sqlite)) {
            try (var statement = sqlite.createStatement()) {
                statement.execute("PRAGMA max_page_count = 20");
                assertNoRoom(file, () -> insert(connection, "a"));
                assertNoRoom(file, () -> insert(connection, "a"));
                assertNoRoom(file, () -> insertFirst(connection));
                statement.execute("PRAGMA max_page_count = 100000");
            }
            insert(connection, "a");
            insertFirst(connection);

            assertThat(connection.row("a")).contains(new Versioned(2, LARGE));
            assertThat(connection.row("b")).contains(new Versioned(1, LARGE));
        }
    }

    private static WriteConnection open(DatabaseFile file, Connection sqlite) throws Exception {
        RecordTable.prepare(sqlite, file.failures());
        return new WriteConnection(sqlite);
    }

    /** Something that is asked of the database. */
    @FunctionalInterface
    private interface Change {
        void make() throws SQLException;
    }

    private static void assertNoRoom(DatabaseFile file, Change change) {
        assertThatThrownBy(change::make)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure ->
                                assertThat(file.failures().sentence(failure))
                                        .endsWith("has no more room: the disk is full."));
    }

    private static void insert(WriteConnection connection, String key) throws SQLException {
        connection.transaction(() -> {
            connection.insert(key, 2, LARGE);
            return key;
        });
    }

    private static void insertFirst(WriteConnection connection) throws SQLException {
        connection.transaction(() -> {
            connection.insertFirst(Map.of("b", LARGE));
            return connection;
        });
    }
}
