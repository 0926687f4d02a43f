package cachescope.engine.pattern;

import cachescope.engine.pattern.DeadLetters.DeadLetter;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.WriteQueue;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The worker of a write-behind cache: takes batch after batch and writes each in one transaction. A
 * batch that fails is tried again, with a pause that doubles, until its attempts are used up; then
 * its writes become dead letters.
 */
final class Flusher {
    /** The longest pause between two attempts. */
    static final Duration BACKOFF_MAX = Duration.ofMinutes(1);

    private final PendingWrites pending;
    private final RecordStore records;
    private final Tasks tasks;
    private final WriteQueue settings;
    private final boolean keepsOrder;
    private final WriteBehindListener listener;
    private final Consumer<PendingWrite> giveUp;
    private final DeadLetters deadLetters;
    private final Monitor monitor;
    private boolean over;
    private int failures;
    private boolean inDoubt;
    private String failure = "";

    /** {@code giveUp} is told of each dead letter, in the worker's task. */
    Flusher(
            PendingWrites pending,
            Ports ports,
            Strategy strategy,
            WriteBehindListener listener,
            Consumer<PendingWrite> giveUp) {
        this.pending = pending;
        this.records = ports.records();
        this.tasks = ports.tasks();
        this.settings = strategy.writeQueue();
        this.keepsOrder = strategy.has(Fix.ORDERED_RETRY);
        this.listener = listener;
        this.giveUp = giveUp;
        this.deadLetters = new DeadLetters(tasks);
        this.monitor = tasks.monitor();
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Blocks until the worker has stopped, but no longer than that; returns whether it has. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return monitor.when(() -> over, atMost, () -> true).orElse(false);
    }

    /** What the worker does until the queue is closed and empty, or it is told to stop. */
    void work() throws InterruptedException {
        try {
            for (var batch = pending.take(); !batch.isEmpty(); batch = pending.take()) {
                flush(batch);
            }
        } finally {
            monitor.inside(() -> over = true);
        }
    }

    private void flush(List<PendingWrite> batch) throws InterruptedException {
        while (!isFlushed(batch)) {
            if (failures >= settings.attempts()) {
                bury(batch);
                return;
            }
            var backoff = backoff(failures);
            listener.retried(batch, failures, backoff, failure);
            if (!keepsOrder) {
                pending.requeue(batch);
                tasks.sleep(backoff);
                return;
            }
            tasks.sleep(backoff);
        }
    }

    private boolean isFlushed(List<PendingWrite> batch) {
        try {
            var committed = records.writeAll(batch);
            failures = 0;
            inDoubt = false;
            pending.committed(batch);
            listener.flushed(batch, committed);
            return true;
        } catch (DatabaseUnavailable unavailable) {
            failures++;
            inDoubt |= unavailable.outcomeUnknown();
            failure = String.valueOf(unavailable.getMessage());
            return false;
        }
    }

    private Duration backoff(int attempt) {
        var backoff = settings.backoff();
        for (int doubled = 1; doubled < attempt && backoff.compareTo(BACKOFF_MAX) < 0; doubled++) {
            backoff = backoff.multipliedBy(2);
        }
        return backoff.compareTo(BACKOFF_MAX) < 0 ? backoff : BACKOFF_MAX;
    }

    private void bury(List<PendingWrite> batch) {
        var missing = uncommitted(batch);
        pending.discard(batch);
        for (var write : missing) {
            deadLetters.add(new DeadLetter(write, failures, failure));
            listener.deadLettered(write, failures);
            giveUp.accept(write);
        }
        failures = 0;
        inDoubt = false;
    }

    /**
     * Those of some writes that are not in the database. It is asked only if a batch failed and may
     * have been committed all the same; what it does not tell counts as missing. For the worker, or
     * when it has stopped.
     */
    List<PendingWrite> uncommitted(List<PendingWrite> writes) {
        return inDoubt ? writes.stream().filter(write -> !isCommitted(write)).toList() : writes;
    }

    private boolean isCommitted(PendingWrite write) {
        try {
            return records.read(write.key()).version() >= write.version();
        } catch (DatabaseUnavailable unavailable) {
            return false;
        }
    }
}
