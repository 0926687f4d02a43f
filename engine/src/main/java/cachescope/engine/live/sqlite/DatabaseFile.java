package cachescope.engine.live.sqlite;

import cachescope.engine.port.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * Where a database is: a file that stays, or one in a private folder that is removed at the end.
 */
record DatabaseFile(Path path, boolean temporary) {
    /** How long a connection waits for another program to let go. */
    static final Duration BUSY_WAIT = Duration.ofSeconds(2);

    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal");

    static DatabaseFile temporary(String name) throws DatabaseUnavailable {
        try {
            var folder = Files.createTempDirectory("cachescope-");
            var file = new DatabaseFile(folder.resolve(name), true);
            folder.toFile().deleteOnExit();
            file.parts().forEach(part -> part.toFile().deleteOnExit());
            return file;
        } catch (IOException failure) {
            throw new DatabaseUnavailable(
                    "The temporary database could not be made: " + failure.getMessage() + ".",
                    false,
                    failure);
        }
    }

    /** A file that is there, or can be made; throws with the reason if it can be neither. */
    static DatabaseFile at(Path path) throws DatabaseUnavailable {
        var file = new DatabaseFile(path.toAbsolutePath(), false);
        var parent = file.path.getParent();
        if (Files.isDirectory(path)) {
            throw file.failures().because("is a folder, not a database");
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw file.failures()
                    .because("can't be made: the folder " + parent + " does not exist");
        }
        if (!file.isWritable()) {
            throw file.failures().because("is read-only");
        }
        return file;
    }

    SqliteFailures failures() {
        return new SqliteFailures(temporary ? "the temporary database" : "the database " + path);
    }

    /**
     * Opens a connection that writes at once to the log beside the file, which is merged into it
     * from time to time.
     */
    Connection writer() throws SQLException {
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        return config.createConnection("jdbc:sqlite:" + path);
    }

    Connection reader() throws SQLException {
        var config = config();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + path);
    }

    /** Opens the only connection there will be, to a file of no use to anybody after a crash. */
    Connection scratch() throws SQLException {
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        return config.createConnection("jdbc:sqlite:" + path);
    }

    /** Removes a temporary database with what SQLite keeps beside it. */
    void removeIfTemporary() throws IOException {
        if (temporary) {
            for (var part : parts()) {
                Files.deleteIfExists(part);
            }
            Files.deleteIfExists(path.getParent());
        }
    }

    private List<Path> parts() {
        return SUFFIXES.stream()
                .map(suffix -> path.resolveSibling(path.getFileName() + suffix))
                .toList();
    }

    /** The permissions count even for the administrator, who could write all the same. */
    private boolean isWritable() throws DatabaseUnavailable {
        if (Files.notExists(path)) {
            return true;
        }
        try {
            var writers =
                    EnumSet.of(
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.GROUP_WRITE,
                            PosixFilePermission.OTHERS_WRITE);
            boolean posix = Files.getFileStore(path).supportsFileAttributeView("posix");
            return Files.isWritable(path)
                    && (!posix
                            || Files.getPosixFilePermissions(path).stream()
                                    .anyMatch(writers::contains));
        } catch (IOException failure) {
            throw failures().because("can't be looked at: " + failure.getMessage());
        }
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(Math.toIntExact(BUSY_WAIT.toMillis()));
        return config;
    }
}
