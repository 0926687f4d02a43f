package cachescope.engine.port;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an adapter has to say of the running call beside its answer: the Redis commands and the SQL
 * that it sent, when exactly it took effect, which entries had to leave for it. The observed
 * decorator binds notes for each call; adapters add to them. Where none are bound nothing is kept.
 */
public final class CallNotes {
    /** What is kept of one statement, in characters. */
    public static final int STATEMENT_LENGTH_MAX = 512;

    private static final long UNKNOWN = -1;

    private static final ScopedValue<CallNotes> CURRENT = ScopedValue.newInstance();

    private List<String> sent = List.of();
    private List<Evicted> evicted = List.of();
    private long effectAt = UNKNOWN;

    /** An entry that had to leave a full cache. */
    public record Evicted(String key, long version) {}

    /** Notes a statement that was sent, cut at {@link #STATEMENT_LENGTH_MAX}. */
    public static void sent(String statement) {
        note(notes -> {
            notes.sent = added(notes.sent, cut(statement));
        });
    }

    /** Notes when the call took effect, in nanoseconds from the run's start. */
    public static void tookEffect(long at) {
        note(notes -> notes.effectAt = at);
    }

    /** Notes that an entry was evicted. */
    public static void evicted(String key, long version) {
        note(notes -> {
            notes.evicted = added(notes.evicted, new Evicted(key, version));
        });
    }

    /** What the running call has evicted so far, in order. */
    public static List<Evicted> evicted() {
        return CURRENT.isBound() ? List.copyOf(CURRENT.get().evicted) : List.of();
    }

    /** Runs a call so that what is noted goes here. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> call) throws X {
        return ScopedValue.where(CURRENT, this).call(call);
    }

    /** What was sent so far, in order. */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    /** When the call took effect, where the adapter knows it better than that. */
    public long effectAt(long otherwise) {
        return effectAt == UNKNOWN ? otherwise : effectAt;
    }

    private static void note(Consumer<CallNotes> note) {
        if (CURRENT.isBound()) {
            note.accept(CURRENT.get());
        }
    }

    /**
     * Most calls send one statement and evict nothing, so a list is made only where there is one.
     */
    private static <T> List<T> added(List<T> list, T added) {
        var longer = list.isEmpty() ? new ArrayList<T>(1) : list;
        longer.add(added);
        return longer;
    }

    /** A text as it is kept: cut at {@link #STATEMENT_LENGTH_MAX}. */
    public static String cut(String statement) {
        return statement.length() <= STATEMENT_LENGTH_MAX
                ? statement
                : statement.substring(0, STATEMENT_LENGTH_MAX - 1) + "…";
    }
}
