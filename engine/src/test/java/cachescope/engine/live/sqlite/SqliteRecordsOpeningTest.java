package cachescope.engine.live.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.port.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are refused as databases, and that nothing happens to them. */
@Timeout(30)
class SqliteRecordsOpeningTest {
    @TempDir Path folder;

    @Test
    void aFolderIsRefused() {
        assertRefused(folder, "is a folder, not a database");
    }

    @Test
    void aFileInAFolderThatIsNotThereIsRefused() {
        var missing = folder.resolve("missing");
        assertRefused(
                missing.resolve("a.db"),
                "can't be made: the folder " + missing + " does not exist");
    }

    @Test
    void aReadOnlyFileIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("a.db"), "");
        assertThat(file.toFile().setReadOnly()).isTrue();
        assertRefused(file, "is read-only");
    }

    @Test
    void aFileOfAnotherKindIsRefusedAndLeftAsItIs() throws IOException {
        var text = "Not a database, but more than a hundred bytes of something else. ".repeat(20);
        var file = Files.writeString(folder.resolve("a.txt"), text);
        assertRefused(file, "is not an SQLite database");
        assertThat(file).hasContent(text);
    }

    @Test
    void anEmptyFileBecomesADatabase() throws IOException, DatabaseUnavailable {
        var file = Files.writeString(folder.resolve("a.db"), "");
        open(file).close();
        assertThat(file).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE records (id INTEGER PRIMARY KEY, title TEXT)",
                "CREATE TABLE records (key TEXT, value TEXT, version INTEGER, deleted INTEGER,"
                        + " updated_at INTEGER)",
                "CREATE VIEW records AS SELECT 1 AS id, 'x' AS title"
            })
    void aTableOfThatNameThatIsSomebodyElsesIsRefused(String theirs) throws SQLException {
        var file = folder.resolve("a.db");
        execute(file, theirs);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith(
                        "The database "
                                + file
                                + " already has something named records that is not Cachescope's:"
                                + " it has ");
    }

    @Test
    void aDatabaseThatAnotherProgramHoldsIsRefused() throws SQLException {
        var file = folder.resolve("a.db");
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("CREATE TABLE theirs (id INTEGER)");
            statement.execute("BEGIN EXCLUSIVE");
            assertRefused(file, "is locked by another program");
            statement.execute("ROLLBACK");
        }
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("The database " + file + " " + why + ".");
    }

    private static SqliteRecords open(Path file) throws DatabaseUnavailable {
        return SqliteRecords.open(file, (key, version) -> 0, key -> Optional.empty());
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
