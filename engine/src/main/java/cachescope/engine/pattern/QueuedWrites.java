package cachescope.engine.pattern;

import cachescope.engine.event.Tier;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.WriteRejected;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.WriteQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pending writes in memory, bounded by keys and by bytes: a write of a key that has nothing pending
 * waits while as many others have, and every write waits while those on their way have {@link
 * #BYTES_MAX} bytes, which also makes them due at once. So one write may go beyond that limit, but
 * not two.
 *
 * <p>Keys stand in the queue in the order in which they got something to flush. A batch that was
 * taken keeps its place before later writes of its keys: those wait behind it and are taken after
 * it.
 */
public final class QueuedWrites implements PendingWrites {
    /** Of how many keys the version that was given last is remembered. */
    static final int VERSIONS_MAX = 20_000;

    /** How many bytes of keys and values may be on their way before writers wait. */
    static final long BYTES_MAX = 32L << 20;

    private final Tasks tasks;
    private final Monitor monitor;
    private final WriteQueue settings;
    private final boolean forgetsSameWriteOnly;
    private final WriteBehindListener listener;
    private final PendingQueue queue;
    private boolean closed;
    private boolean killed;

    /** {@code highestVersion} is one that no record exceeds when the queue starts. */
    public QueuedWrites(
            Tasks tasks, Strategy strategy, long highestVersion, WriteBehindListener listener) {
        this.tasks = tasks;
        this.monitor = tasks.monitor();
        this.settings = strategy.writeQueue();
        this.forgetsSameWriteOnly = strategy.has(Fix.FORGET_SAME_WRITE);
        this.listener = listener;
        this.queue = new PendingQueue(new GivenVersions(highestVersion, VERSIONS_MAX), listener);
    }

    @Override
    public PendingWrite add(String key, @Nullable String value)
            throws InterruptedException, WriteRejected {
        var cause = Caller.CURRENT.get().cause();
        Supplier<Optional<PendingWrite>> arrival =
                () -> closed ? Optional.empty() : Optional.of(queue.arrive(key, value, cause));
        var atOnce =
                monitor.inside(() ->
                        mayEnter(key)
                                ? Optional.of(arrival.get())
                                : Optional.<Optional<PendingWrite>>empty());
        var added = atOnce.isPresent() ? atOnce : whenThereIsRoom(key, arrival);
        return added.flatMap(write -> write).orElseThrow(QueuedWrites::closedRejection);
    }

    private Optional<Optional<PendingWrite>> whenThereIsRoom(
            String key, Supplier<Optional<PendingWrite>> arrival) throws InterruptedException {
        long startedAt = tasks.now();
        listener.waitStarted(key);
        try {
            return monitor.when(() -> mayEnter(key), Monitor.FOR_EVER, arrival);
        } finally {
            listener.waitEnded(key, startedAt);
        }
    }

    /** Whether a writer need not wait: there is room, or there will be none any more. */
    private boolean mayEnter(String key) {
        return closed
                || !hasTooManyBytes() && (queue.keys() < settings.capacity() || queue.hasKey(key));
    }

    private boolean hasTooManyBytes() {
        return queue.bytes() >= BYTES_MAX;
    }

    private static WriteRejected closedRejection() {
        return new WriteRejected(
                Tier.APP, "The write was rejected: the write-behind queue is closed.", true, null);
    }

    @Override
    public void acknowledge(PendingWrite write) throws WriteRejected {
        if (!monitor.inside(() -> isAcknowledged(write))) {
            throw closedRejection();
        }
    }

    private boolean isAcknowledged(PendingWrite write) {
        if (killed) {
            queue.leave(write);
        } else {
            queue.acknowledge(write, tasks.now());
        }
        return !killed;
    }

    @Override
    public Optional<PendingWrite> find(String key) {
        var found = queue.visible(key); // outside the monitor: reads are many, and change nothing
        found.ifPresent(listener::found);
        return found;
    }

    @Override
    public long newestVersion(String key) {
        return monitor.inside(() -> queue.newestVersion(key));
    }

    /** A version that none of those which were given exceeds, whatever became of them. */
    public long highestGiven() {
        return monitor.inside(queue::highestGiven);
    }

    @Override
    public List<PendingWrite> take() throws InterruptedException {
        monitor.when(() -> queue.waiting() > 0 || isOver(), Monitor.FOR_EVER, () -> closed);
        monitor.when(this::isDue, untilDue(), () -> closed);
        return monitor.inside(() -> queue.take(killed ? 0 : settings.batch()));
    }

    private boolean isOver() {
        return closed && (killed || !queue.hasArriving());
    }

    /** Whether what waits is flushed without waiting for more. */
    private boolean isDue() {
        return closed || queue.waiting() >= settings.batch() || hasTooManyBytes();
    }

    /** How long the first key in the queue may still wait for others. */
    private Duration untilDue() {
        return monitor.inside(() -> {
            long now = tasks.now();
            var left = settings.delay().minusNanos(now - queue.waitingSince(now));
            return left.isNegative() ? Duration.ZERO : left;
        });
    }

    @Override
    public void committed(List<PendingWrite> batch) {
        change(() -> {
            if (!forgetsSameWriteOnly) {
                queue.hideByKey(batch);
            }
            queue.committed(batch);
        });
    }

    @Override
    public void discard(List<PendingWrite> batch) {
        change(() -> queue.endFlush(batch));
    }

    @Override
    public void requeue(List<PendingWrite> batch) {
        change(() -> queue.requeue(batch, tasks.now()));
    }

    private void change(Runnable step) {
        monitor.inside(() -> {
            step.run();
            return queue;
        });
    }

    @Override
    public void close() {
        change(() -> closed = true);
    }

    @Override
    public void kill() {
        change(() -> closed = killed = true);
    }

    @Override
    public List<PendingWrite> drain() {
        return monitor.inside(queue::drain);
    }
}
