package cachescope.app.frame;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads on in a log on a thread of its own, to the end and with it: folds what is known of the
 * whole run, publishes copies of that, and leaves keyframes on its way.
 */
final class Follower implements AutoCloseable {
    private static final int CHUNK_EVENTS = 2_048;
    private static final long PUBLISH_NANOS = 12_000_000L;
    private static final long POLL_NANOS = 4_000_000L;

    private final EventLog log;
    private final Keyframes keyframes = new Keyframes();
    private final Fold fold = new Fold();
    private final Whole whole = new Whole();
    private final Rehearsal rehearsal;
    private final Thread thread;
    private volatile Published published = new Published(new Whole(), 0);
    private volatile @Nullable String failure;
    private volatile boolean closed;
    private long publishedAt;

    /**
     * What is known of the whole run up to an event. Nothing changes it.
     *
     * @param endSeq the event that comes next
     */
    record Published(Whole whole, long endSeq) {}

    private Follower(EventLog log) {
        this.log = log;
        this.rehearsal = new Rehearsal(log, keyframes);
        this.thread = Thread.ofPlatform().daemon().name("log-follower").unstarted(this::follow);
    }

    /** Begins to follow a log. */
    static Follower of(EventLog log) {
        var follower = new Follower(log);
        follower.thread.start();
        return follower;
    }

    /** The states stored so far. */
    Keyframes keyframes() {
        return keyframes;
    }

    /** What was last published, a few milliseconds ago where much is appended. */
    Published published() {
        return published;
    }

    /** Why the log could not be read on, in a sentence. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Ends the thread soon; does not wait for it. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void follow() {
        try {
            while (!closed) {
                boolean more = readOn();
                publishIfDue();
                rehearsal.goOn(() -> closed);
                if (!more) {
                    LockSupport.parkNanos(this, POLL_NANOS);
                }
            }
        } catch (UncheckedIOException unreadable) {
            if (!closed) {
                failure = String.valueOf(unreadable.getMessage());
            }
        }
    }

    private boolean readOn() {
        int read = log.read(fold.cursor(), CHUNK_EVENTS, this::accept);
        keyframes.offer(fold);
        return read > 0;
    }

    private void accept(Event event) {
        fold.accept(event);
        whole.accept(event);
    }

    private void publishIfDue() {
        long now = System.nanoTime();
        if (published.endSeq() != fold.cursor() && now - publishedAt >= PUBLISH_NANOS) {
            published = new Published(whole.copy(), fold.cursor());
            publishedAt = now;
        }
    }
}
