package cachescope.engine.live.sqlite;

import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Versioned;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A few connections that read beside the writer. A read holds on to its processor while SQLite
 * works, so more connections than processors would be of no use. Thread-safe.
 */
final class RecordReaders {
    private static final int CONNECTIONS_MIN = 2;
    private static final int CONNECTIONS_MAX = 16;
    private static final long WAIT_SECONDS = 10;

    private final BlockingQueue<ReadConnection> free;
    private final SqliteFailures failures;
    private final int size;

    private RecordReaders(int size, SqliteFailures failures) {
        this.free = new ArrayBlockingQueue<>(size);
        this.failures = failures;
        this.size = size;
    }

    static RecordReaders open(DatabaseFile file) throws SQLException {
        int processors = Runtime.getRuntime().availableProcessors();
        var readers =
                new RecordReaders(
                        Math.clamp(processors, CONNECTIONS_MIN, CONNECTIONS_MAX), file.failures());
        for (int index = 0; index < readers.size; index++) {
            readers.free.add(new ReadConnection(file.reader()));
        }
        return readers;
    }

    /** The row of a key; empty if there is none. */
    Optional<Versioned> row(String key) throws DatabaseUnavailable, SQLException {
        var reader = take();
        try {
            return reader.row(key);
        } finally {
            free.add(reader);
        }
    }

    /** Waits for reads to end, and closes the connections. */
    void close() throws SQLException, DatabaseUnavailable {
        for (int index = 0; index < size; index++) {
            take().close();
        }
    }

    private ReadConnection take() throws DatabaseUnavailable {
        var now = free.poll();
        if (now != null) {
            return now;
        }
        try {
            var later = free.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (later == null) {
                throw failures.because("has not answered the reads before this one");
            }
            return later;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failures.interrupted(stopped);
        }
    }
}
