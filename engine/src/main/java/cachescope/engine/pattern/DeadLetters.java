package cachescope.engine.pattern;

import cachescope.engine.port.Monitor;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.Tasks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The acknowledged writes that were given up after their last attempt: all are counted, and the
 * last {@link #KEPT_MAX} kept to be shown, fewer where they are long. Safe for use by many tasks at
 * once.
 */
public final class DeadLetters {
    /** How many are kept. */
    public static final int KEPT_MAX = 1_000;

    /** How many bytes the keys and values of those that are kept may have; one may have more. */
    static final long BYTES_MAX = 8L << 20;

    private final Monitor monitor;
    private final Deque<DeadLetter> kept = new ArrayDeque<>();
    private long bytes;
    private long count;

    DeadLetters(Tasks tasks) {
        this.monitor = tasks.monitor();
    }

    /** A write that was given up, after so many attempts; the reason is a sentence. */
    public record DeadLetter(PendingWrite write, int attempts, String reason) {}

    void add(DeadLetter letter) {
        monitor.inside(() -> {
            kept.addLast(letter);
            bytes += letter.write.bytes();
            while (kept.size() > KEPT_MAX || bytes > BYTES_MAX && kept.size() > 1) {
                bytes -= kept.removeFirst().write.bytes();
            }
            return ++count;
        });
    }

    /** Those that are kept, from the oldest. */
    public List<DeadLetter> kept() {
        return monitor.inside(() -> List.copyOf(kept));
    }

    /** How many there were. */
    public long count() {
        return monitor.inside(() -> count);
    }
}
