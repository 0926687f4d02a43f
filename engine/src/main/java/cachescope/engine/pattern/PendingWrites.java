package cachescope.engine.pattern;

import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.WriteRejected;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The writes that a write-behind cache owes to its database. Of each key only the last write is
 * kept. Safe for use by many writers and readers at once, and by one flusher.
 */
public interface PendingWrites {

    /**
     * Gives a write its version, greater than any the key has had, and shows it to readers; no
     * value means a delete. It is not flushed before it is acknowledged. Blocks while the queue is
     * full; throws if it is closed.
     */
    PendingWrite add(String key, @Nullable String value) throws InterruptedException, WriteRejected;

    /**
     * Lets a write that was added be flushed: its writer may be answered. Throws if the queue was
     * killed meanwhile.
     */
    void acknowledge(PendingWrite write) throws WriteRejected;

    /** The newest write of a key that is not known to be committed; empty if there is none. */
    Optional<PendingWrite> find(String key);

    /**
     * The newest version of a key that is pending, or was committed from here and is remembered; 0
     * if there is none.
     */
    long newestVersion(String key);

    /**
     * The next batch, at most one write a key, which stays visible to readers. Blocks until a batch
     * is full, or a write has waited for the write delay, or the queue is closed; empty once it is
     * closed and nothing is left.
     */
    List<PendingWrite> take() throws InterruptedException;

    /** Says that a batch which was taken is in the database. */
    void committed(List<PendingWrite> batch);

    /**
     * Puts a batch which was taken back as if its writes were made now: they overtake what was
     * written meanwhile.
     */
    void requeue(List<PendingWrite> batch);

    /** Gives up a batch which was taken. */
    void discard(List<PendingWrite> batch);

    /** Takes no more writes; those that wait are due at once. */
    void close();

    /** Takes no more writes and hands out no more batches. */
    void kill();

    /**
     * Gives up all that are acknowledged and not known to be committed, and returns them in their
     * order.
     */
    List<PendingWrite> drain();
}
