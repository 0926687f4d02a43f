package cachescope.app.frame;

import cachescope.engine.event.EventLog;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Brings the playhead's projections to any time of a log, on a thread of its own: from a keyframe
 * and the events that follow it. Of several wishes only the last is fulfilled. Safe for use by many
 * threads.
 */
final class Seeker implements AutoCloseable {
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("log-seeker").factory());
    private final AtomicReference<@Nullable Long> wish = new AtomicReference<>();
    private final AtomicReference<@Nullable Sought> found = new AtomicReference<>();
    private final EventLog log;
    private final Keyframes keyframes;
    private volatile boolean closed;
    private volatile @Nullable String failure;

    /** The state that was asked for; whoever takes it owns it. */
    record Sought(long time, Fold fold) {}

    Seeker(EventLog log, Keyframes keyframes) {
        this.log = log;
        this.keyframes = keyframes;
    }

    /** Asks for the state at a time; returns at once. */
    void order(long time) {
        if (wish.getAndSet(time) == null && !closed) {
            worker.execute(this::seek);
        }
    }

    /** The newest state that was found and not taken. */
    Optional<Sought> take() {
        return Optional.ofNullable(found.getAndSet(null));
    }

    /** The state at a time; blocks. */
    Sought at(long time) {
        var extent = Ahead.of(log, time);
        var fold = keyframes.before(extent.reached());
        fold.advance(log, extent, () -> closed);
        return new Sought(time, fold);
    }

    /** Why a state could not be found, in a sentence. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Ends the thread soon; does not wait for it. */
    @Override
    public void close() {
        closed = true;
        worker.shutdown();
    }

    private void seek() {
        var time = wish.getAndSet(null);
        if (time == null) {
            return;
        }
        try {
            var sought = at(time);
            if (!closed) {
                found.set(sought);
            }
        } catch (UncheckedIOException unreadable) {
            if (!closed) {
                failure = String.valueOf(unreadable.getMessage());
            }
        }
    }
}
