package cachescope.engine.pattern;

import cachescope.engine.port.Committed;
import cachescope.engine.port.PendingWrite;
import java.time.Duration;
import java.util.List;

/**
 * Hears what becomes of the writes of a write-behind queue, in the order in which it happens. What
 * a queue says it says while nobody else can change it; so listeners only make a note, and neither
 * wait nor call a port. Must not throw.
 */
public interface WriteBehindListener {
    /** Hears nothing. */
    WriteBehindListener NONE = new WriteBehindListener() {};

    /**
     * A write is in the queue and its writer may be told so; {@code pending} writes wait now, this
     * one among them.
     */
    default void acknowledged(PendingWrite write, int pending) {}

    /**
     * A write that waited, or was about to, will never be committed, because a later one of its key
     * has replaced it.
     */
    default void coalesced(PendingWrite overtaken, long byVersion) {}

    /** A reader was given a pending write, in the reader's task. */
    default void found(PendingWrite write) {}

    /** A writer begins to wait because the queue is full, in the writer's task. */
    default void waitStarted(String key) {}

    /**
     * The wait is over that began at {@code startedAt} nanoseconds from the run's start, in the
     * writer's task.
     */
    default void waitEnded(String key, long startedAt) {}

    /**
     * A batch is in the database; {@code committed} are those of it that no later version had
     * overtaken there.
     */
    default void flushed(List<PendingWrite> batch, List<Committed> committed) {}

    /** An attempt, counted from 1, failed; the next one comes after the backoff. */
    default void retried(List<PendingWrite> batch, int attempt, Duration backoff, String message) {}

    /** A write was given up. */
    default void deadLettered(PendingWrite write, int attempts) {}

    /** An acknowledged write was pending when its worker was killed, and is gone. */
    default void lost(PendingWrite write) {}
}
