package cachescope.engine.port;

import java.util.ArrayList;
import java.util.List;

/**
 * The Redis commands and the SQL that one call sends. The observed decorator binds a list for each
 * call; live adapters add to it. Where none is bound nothing is kept.
 */
public final class Statements {
    /** What is kept of one statement, in bytes of UTF-8. */
    public static final int LENGTH_MAX = 512;

    private static final char ELLIPSIS = '…';

    private static final ScopedValue<Statements> CURRENT = ScopedValue.newInstance();

    private final List<String> sent = new ArrayList<>(1);

    /** Adds a statement to the running call, cut at {@link #LENGTH_MAX}. */
    public static void add(String statement) {
        if (CURRENT.isBound()) {
            CURRENT.get().sent.add(cut(statement));
        }
    }

    private static String cut(String statement) {
        int bytes = 0;
        int fitting = 0;
        int next;
        for (int at = 0; at < statement.length(); at = next) {
            int character = statement.codePointAt(at);
            next = at + Character.charCount(character);
            bytes += bytes(character);
            if (bytes > LENGTH_MAX) {
                return statement.substring(0, fitting) + ELLIPSIS;
            }
            fitting = bytes <= LENGTH_MAX - bytes(ELLIPSIS) ? next : fitting;
        }
        return statement;
    }

    private static int bytes(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    /** Runs a call so that what it adds goes here. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> call) throws X {
        return ScopedValue.where(CURRENT, this).call(call);
    }

    /** What was sent so far, in order. */
    public List<String> sent() {
        return List.copyOf(sent);
    }
}
