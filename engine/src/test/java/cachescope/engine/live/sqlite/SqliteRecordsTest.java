package cachescope.engine.live.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.fixture.RecordStoreContract;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Versioned;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SqliteRecordsTest extends RecordStoreContract {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteRecords records;

    @BeforeEach
    void open() throws DatabaseUnavailable {
        records = SqliteRecords.open(file(), commits, RecordStoreContract::baseline);
    }

    @AfterEach
    void close() throws DatabaseUnavailable {
        records.close();
    }

    @Override
    protected RecordStore records() {
        return records;
    }

    private Path file() {
        return folder.resolve("records.db");
    }

    @Test
    void itWritesToALogBesideTheFile() throws SQLException {
        assertThat(query("PRAGMA journal_mode")).isEqualTo("wal");
        assertThat(file().resolveSibling("records.db-wal")).exists();
    }

    @Test
    void aDatabaseGoesOnWhereItStopped() throws DatabaseUnavailable {
        records.write("user:7", "Ada");
        records.remove("user:7");
        reopen();
        assertThat(records.highestVersion()).isEqualTo(2);
        assertThat(records.write("user:7", "Grace").version()).isEqualTo(3);
    }

    @Test
    void aRowSaysWhatItIs() throws DatabaseUnavailable, SQLException {
        records.write("user:7", "Ada");
        assertThat(
                        query(
                                "SELECT key || ' ' || value || ' ' || version || ' ' || deleted"
                                        + " FROM records"))
                .isEqualTo("user:7 Ada 1 0");
        assertThat(query("SELECT abs(updated_at / 1000.0 - unixepoch('subsec')) < 60 FROM records"))
                .isEqualTo("1");
        records.remove("user:7");
        assertThat(
                        query(
                                "SELECT key || ' ' || ifnull(value, 'NULL') || ' ' || version || '"
                                        + " ' || deleted FROM records"))
                .isEqualTo("user:7 NULL 2 1");
    }

    @Test
    void recordsFromBeforeTheRunAreWrittenWhenTheyAreTouched()
            throws DatabaseUnavailable, SQLException {
        for (int key = 0; key < FirstTouches.ROWS_MAX + 1; key++) {
            records.read("old:" + key);
        }
        assertThat(query("SELECT count(*) || ' ' || max(version) FROM records"))
                .isEqualTo(FirstTouches.ROWS_MAX + " 1");
        records.write("old:" + FirstTouches.ROWS_MAX, "new");
        reopen();
        assertThat(query("SELECT count(*) || ' ' || max(version) FROM records"))
                .isEqualTo(FirstTouches.ROWS_MAX + 1 + " 2");
    }

    @Test
    void theLastTouchesAreWrittenAtTheEnd() throws DatabaseUnavailable, SQLException {
        records.read("old:1");
        reopen();
        assertThat(query("SELECT key || ' ' || value || ' ' || version FROM records"))
                .isEqualTo("old:1 original 1");
    }

    @Test
    void ofTwoFirstTouchesAtOnceOneDecidesTheValueForBoth() throws Exception {
        var asking = new CountDownLatch(2);
        var asked = new AtomicInteger();
        Function<String, Optional<String>> different =
                key -> {
                    asking.countDown();
                    await(asking);
                    return Optional.of("value " + asked.incrementAndGet());
                };
        try (var store = SqliteRecords.temporary(commits, different);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> store.read("user:7"));
            var two = threads.submit(() -> store.read("user:7"));
            assertThat(one.get()).isEqualTo(two.get());
            assertThat(store.write("user:7", "new").previous()).isEqualTo(one.get());
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void readsGoOnWhileAWriteIsNotOver()
            throws SQLException, DatabaseUnavailable, InterruptedException, ExecutionException {
        records.write("user:7", "Ada");
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("UPDATE records SET value = 'half'");
            assertThat(threads.submit(() -> records.read("user:7")).get())
                    .isEqualTo(new Versioned(1, "Ada"));
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void aLockThatIsNotLetGoIsAFailureWithoutEffect() throws SQLException, DatabaseUnavailable {
        records.write("user:7", "Ada");
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> records.write("user:7", "Grace"))
                    .isInstanceOfSatisfying(
                            DatabaseUnavailable.class,
                            failure -> assertThat(failure.outcomeUnknown()).isFalse())
                    .hasMessage("The database " + file() + " is locked by another program.");
            statement.execute("ROLLBACK");
        }
        assertThat(records.write("user:7", "Grace").version()).isEqualTo(2);
    }

    @Test
    void aBatchThatFailsInTheMiddleLeavesNothing() throws SQLException, DatabaseUnavailable {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.createStatement()) {
            statement.execute(
                    "CREATE TRIGGER refuse BEFORE INSERT ON records WHEN NEW.key = 'b' "
                            + "BEGIN SELECT RAISE(ABORT, 'not b'); END");
        }
        assertThatThrownBy(
                        () -> records.writeAll(List.of(pending("a", 1, "a"), pending("b", 1, "b"))))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("not b");
        assertThat(records.read("a")).isEqualTo(Versioned.NEVER);
        assertThat(records.write("a", "again").version()).isEqualTo(1);
    }

    @Test
    void sqlIsNotedAsItIsSent() throws DatabaseUnavailable {
        var statements = new CallNotes();
        statements.during(() -> records.read("it's\n"));
        assertThat(statements.sent().getFirst())
                .isEqualTo("SELECT value, version FROM records WHERE key = ? -- 'it''s\\x0a'");
        statements = new CallNotes();
        statements.during(() -> records.write("user:7", "Ada"));
        var sent = statements.sent();
        assertThat(sent.getFirst()).isEqualTo("BEGIN IMMEDIATE");
        assertThat(sent.get(1)).startsWith("SELECT value, version FROM records");
        assertThat(sent.get(2))
                .startsWith("INSERT INTO records (")
                .endsWith(" -- 'Ada', 1, 0, 'user:7'");
        assertThat(sent.getLast()).isEqualTo("COMMIT");
        statements = new CallNotes();
        statements.during(() -> records.remove("user:7"));
        assertThat(statements.sent().get(2))
                .startsWith("UPDATE records SET ")
                .endsWith(" -- NULL, 2, 1, 'user:7'");
    }

    @Test
    void otherTablesOfADatabaseAreLeftAlone() throws SQLException, DatabaseUnavailable {
        var theirs = folder.resolve("theirs.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + theirs);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE people (name TEXT)");
            statement.execute("INSERT INTO people VALUES ('Ada')");
        }
        try (var store = SqliteRecords.open(theirs, commits, RecordStoreContract::baseline)) {
            store.write("user:7", "Grace");
        }
        assertThat(query(theirs, "SELECT name FROM people")).isEqualTo("Ada");
        assertThat(query(theirs, "SELECT value FROM records")).isEqualTo("Grace");
    }

    @Test
    void aTemporaryDatabaseLeavesNothingBehind() throws DatabaseUnavailable {
        var file = DatabaseFile.temporary("records.db");
        assertThat(file.path().getParent()).exists();
        var store =
                SqliteRecords.open(file, commits, new FirstTouches(RecordStoreContract::baseline));
        store.write("user:7", "Ada");
        store.read("old:1");
        store.close();
        assertThat(file.path().getParent()).doesNotExist();
    }

    @Test
    void theVersionOfSqliteIsKnown() {
        assertThat(SqliteRecords.version()).matches("3\\.\\d+\\.\\d+");
    }

    private void reopen() throws DatabaseUnavailable {
        records.close();
        open();
    }

    private String query(String sql) throws SQLException {
        return query(file(), sql);
    }

    private static String query(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
