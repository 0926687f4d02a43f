package cachescope.engine.live.sqlite;

import cachescope.engine.port.DatabaseUnavailable;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in one sentence what went wrong with a database. */
final class SqliteFailures {
    private final String name;

    /** {@code name} is what people call the database: its path, or "the temporary database". */
    SqliteFailures(String name) {
        this.name = name;
    }

    /**
     * {@code outcomeUnknown} says whether the failure came when a change may already have been
     * committed.
     */
    DatabaseUnavailable of(SQLException failure, boolean outcomeUnknown) {
        return new DatabaseUnavailable(sentence(failure), outcomeUnknown, failure);
    }

    DatabaseUnavailable because(String what) {
        return new DatabaseUnavailable(says(what), false, null);
    }

    DatabaseUnavailable interrupted(InterruptedException cause) {
        return new DatabaseUnavailable(
                says("was waited for until the task was interrupted"), false, cause);
    }

    String sentence(SQLException failure) {
        var code = code(failure);
        return says(
                switch (code.code & 0xff) {
                    case 5, 6 -> "is locked by another program";
                    case 8 -> "is read-only";
                    case 10 -> "could not be read or written (" + code.name() + ")";
                    case 11 -> "is damaged";
                    case 13 -> "has no more room: the disk is full";
                    case 14 -> "could not be opened";
                    case 18 -> "can't hold a value or a key as large as this";
                    case 26 -> "is not an SQLite database";
                    default -> "failed: " + shortened(String.valueOf(failure.getMessage()));
                });
    }

    private static SQLiteErrorCode code(SQLException failure) {
        var known = failure.getCause() instanceof SQLiteException cause ? cause : failure;
        return known instanceof SQLiteException coded
                ? coded.getResultCode()
                : SQLiteErrorCode.SQLITE_ERROR;
    }

    private String says(String what) {
        var sentence = name + " " + what + ".";
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }
}
