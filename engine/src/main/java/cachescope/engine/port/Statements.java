package cachescope.engine.port;

import java.util.ArrayList;
import java.util.List;

/**
 * The Redis commands and the SQL that one call sends. The observed decorator binds a list for each
 * call; live adapters add to it. Where none is bound nothing is kept.
 */
public final class Statements {
    /** What is kept of one statement, in characters. */
    public static final int LENGTH_MAX = 512;

    private static final ScopedValue<Statements> CURRENT = ScopedValue.newInstance();

    private final List<String> sent = new ArrayList<>(1);

    /** Adds a statement to the running call, cut at {@link #LENGTH_MAX}. */
    public static void add(String statement) {
        if (CURRENT.isBound()) {
            CURRENT.get()
                    .sent
                    .add(
                            statement.length() <= LENGTH_MAX
                                    ? statement
                                    : statement.substring(0, LENGTH_MAX - 1) + "…");
        }
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
