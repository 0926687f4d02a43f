package cachescope.engine.pattern;

import cachescope.engine.port.PendingWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one key that are not committed yet: any number whose writers are not answered yet,
 * one that waits, and one that is being flushed. For use inside the queue's monitor, except where
 * it says otherwise.
 */
final class KeyWrites {
    private int arriving;
    private @Nullable PendingWrite newestArriving;
    private long newestAcknowledged;
    private @Nullable PendingWrite waiting;
    private @Nullable PendingWrite flushing;
    private boolean waitingIsHidden;
    private volatile @Nullable PendingWrite visible;

    /** A write that will not be committed, and the version that overtook it. */
    record Overtaken(PendingWrite write, long byVersion) {}

    void arrive(PendingWrite write) {
        arriving++;
        newestArriving = write;
        show();
    }

    /**
     * Lets a write wait that has arrived; returns the one that is overtaken, which may be this one.
     */
    Optional<Overtaken> acknowledge(PendingWrite write) {
        arriving--;
        if (write.version() < newestAcknowledged) {
            show();
            return Optional.of(new Overtaken(write, newestAcknowledged));
        }
        return replaceWaiting(write);
    }

    /** A writer that had arrived goes away. */
    void leave() {
        arriving--;
        show();
    }

    /** Lets a write wait in place of the one that does. */
    Optional<Overtaken> replaceWaiting(PendingWrite write) {
        var replaced = Optional.ofNullable(waiting);
        waiting = write;
        waitingIsHidden = false;
        newestAcknowledged = write.version();
        show();
        return replaced.map(old -> new Overtaken(old, write.version()));
    }

    /** The write that waits is flushed from now on; returns it. */
    PendingWrite flush() {
        var next = waiting().orElseThrow();
        flushing = next;
        waiting = null;
        show();
        return next;
    }

    /** What was being flushed is committed or given up. */
    void endFlush() {
        flushing = null;
        show();
    }

    /**
     * Forgets by key, whichever write it is: one that waits is flushed in its time, but readers
     * don't see it any more.
     */
    void hideWaiting() {
        waitingIsHidden = true;
        show();
    }

    Optional<PendingWrite> waiting() {
        return Optional.ofNullable(waiting);
    }

    /** The newest of them that readers may see. Safe for use by any task at any time. */
    Optional<PendingWrite> visible() {
        return Optional.ofNullable(visible);
    }

    private void show() {
        if (arriving > 0
                && newestArriving != null
                && newestArriving.version() > newestAcknowledged) {
            visible = newestArriving;
        } else {
            visible = waiting != null && !waitingIsHidden ? waiting : flushing;
        }
    }

    boolean isEmpty() {
        return arriving == 0 && waiting == null && flushing == null;
    }
}
