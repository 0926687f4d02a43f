package cachescope.engine.port;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an adapter has to say of the running call beside its answer: the Redis commands and the SQL
 * that it sent, when exactly it took effect, which entries had to leave for it, what it committed.
 * The observed decorator binds notes for each call; adapters add to them. Where none are bound
 * nothing is kept.
 */
public final class CallNotes {
    /** What is kept of one statement, in bytes of UTF-8. */
    public static final int STATEMENT_BYTES_MAX = 512;

    /** Of one {@code char}: the four bytes of some characters are of two. */
    private static final int BYTES_OF_A_CHARACTER_MAX = 3;

    private static final char ELLIPSIS = '…';

    private static final long UNKNOWN = -1;

    /** The number of no call. */
    private static final long NO_CALL = -1;

    private static final ScopedValue<CallNotes> CURRENT = ScopedValue.newInstance();

    private final long call;
    private List<String> sent = List.of();
    private List<Evicted> evicted = List.of();
    private List<Committed> committed = List.of();
    private long effectAt = UNKNOWN;

    /** Notes of a call that has no number. */
    public CallNotes() {
        this(NO_CALL);
    }

    /** Notes of a call by its number in the run. */
    public CallNotes(long call) {
        this.call = call;
    }

    /** An entry that had to leave a full cache. */
    public record Evicted(String key, long version) {}

    /** Notes a statement that was sent, cut at {@link #STATEMENT_BYTES_MAX}. */
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

    /** Notes a commit, which the caller will not learn of if the answer is lost. */
    public static void committed(Committed commit) {
        note(notes -> {
            notes.committed = added(notes.committed, commit);
        });
    }

    /** What the running call has evicted so far, in order. */
    public static List<Evicted> evicted() {
        return CURRENT.isBound() ? List.copyOf(CURRENT.get().evicted) : List.of();
    }

    /** The number of the running call in the run; -1 if there is none. */
    public static long call() {
        return CURRENT.isBound() ? CURRENT.get().call : NO_CALL;
    }

    /** Runs a call so that what is noted goes here. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> call) throws X {
        return ScopedValue.where(CURRENT, this).call(call);
    }

    /** What was sent so far, in order. */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    /** What was committed so far, in order, as far as the adapter notes it. */
    public List<Committed> committed() {
        return List.copyOf(committed);
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

    /** A text as it is kept: cut at {@link #STATEMENT_BYTES_MAX}, between characters. */
    public static String cut(String statement) {
        if (statement.length() * BYTES_OF_A_CHARACTER_MAX <= STATEMENT_BYTES_MAX) {
            return statement;
        }
        int bytes = 0;
        int fitting = 0;
        int next;
        for (int at = 0; at < statement.length(); at = next) {
            int character = statement.codePointAt(at);
            next = at + Character.charCount(character);
            bytes += bytes(character);
            if (bytes > STATEMENT_BYTES_MAX) {
                return statement.substring(0, fitting) + ELLIPSIS;
            }
            fitting = bytes <= STATEMENT_BYTES_MAX - bytes(ELLIPSIS) ? next : fitting;
        }
        return statement;
    }

    private static int bytes(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
