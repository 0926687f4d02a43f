package cachescope.engine.pattern;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Tier;
import cachescope.engine.pattern.KeyWrites.Overtaken;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.WriteRejected;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.WriteQueue;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pending writes in memory, bounded by keys: a write of a key that has nothing pending waits while
 * as many others have.
 *
 * <p>Keys stand in the queue in the order in which they got something to flush. A batch that was
 * taken keeps its place before later writes of its keys: those wait behind it and are taken after
 * it.
 */
public final class QueuedWrites implements PendingWrites {
    /** Of how many keys the last version is remembered. */
    static final int VERSIONS_MAX = 20_000;

    /** Long enough to mean "until it happens". */
    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    private final Tasks tasks;
    private final Monitor monitor;
    private final WriteQueue settings;
    private final boolean forgetsSameWriteOnly;
    private final WriteBehindListener listener;
    private final GivenVersions given;
    private final LastVersions committed = new LastVersions(VERSIONS_MAX);
    private final Map<String, KeyWrites> byKey = new HashMap<>();
    private final Map<String, Long> waitingSince = new LinkedHashMap<>();
    private List<PendingWrite> flushing = List.of();
    private int arriving;
    private int pending;
    private boolean closed;
    private boolean killed;

    /** {@code highestVersion} is one that no record exceeds when the queue starts. */
    public QueuedWrites(
            Tasks tasks, Strategy strategy, long highestVersion, WriteBehindListener listener) {
        this(tasks, strategy, new GivenVersions(highestVersion, VERSIONS_MAX), listener);
    }

    QueuedWrites(
            Tasks tasks, Strategy strategy, GivenVersions given, WriteBehindListener listener) {
        this.tasks = tasks;
        this.monitor = tasks.monitor();
        this.settings = strategy.writeQueue();
        this.forgetsSameWriteOnly = strategy.has(Fix.FORGET_SAME_WRITE);
        this.listener = listener;
        this.given = given;
    }

    @Override
    public PendingWrite add(String key, @Nullable String value)
            throws InterruptedException, WriteRejected {
        var cause = Caller.CURRENT.get().cause();
        Supplier<Optional<PendingWrite>> arrival = () -> arrive(key, value, cause);
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
            return monitor.when(() -> mayEnter(key), FOR_EVER, arrival);
        } finally {
            listener.waitEnded(key, startedAt);
        }
    }

    /** Whether a writer need not wait: there is room, or there will be none any more. */
    private boolean mayEnter(String key) {
        return closed || byKey.size() < settings.capacity() || byKey.containsKey(key);
    }

    private Optional<PendingWrite> arrive(String key, @Nullable String value, Cause cause) {
        if (closed) {
            return Optional.empty();
        }
        var write = new PendingWrite(key, new Versioned(given.next(key), value), cause);
        byKey.computeIfAbsent(key, first -> new KeyWrites()).arrive(write);
        arriving++;
        return Optional.of(write);
    }

    private static WriteRejected closedRejection() {
        return new WriteRejected(
                Tier.APP, "The write was rejected: the write-behind queue is closed.", true, null);
    }

    @Override
    public void acknowledge(PendingWrite write) throws WriteRejected {
        if (!monitor.inside(() -> enters(write))) {
            throw closedRejection();
        }
    }

    /** Lets a write wait that has arrived; returns false if the queue was killed before that. */
    private boolean enters(PendingWrite write) {
        arriving--;
        var writes = writes(write.key());
        if (killed) {
            writes.leave();
            forgetIfEmpty(write.key());
            return false;
        }
        queue(write, writes.acknowledge(write), true);
        return true;
    }

    /** Notes that a write waits now, and which one it has overtaken, if not itself. */
    private void queue(PendingWrite write, Optional<Overtaken> overtaken, boolean isNew) {
        if (writes(write.key()).waiting().isPresent()) {
            waitingSince.putIfAbsent(write.key(), tasks.now());
        }
        pending += overtaken.isPresent() ? 0 : 1;
        if (isNew) {
            listener.acknowledged(write, pending);
        }
        overtaken.ifPresent(old -> listener.coalesced(old.write(), old.byVersion()));
        forgetIfEmpty(write.key());
    }

    @Override
    public Optional<PendingWrite> find(String key) {
        var found = monitor.inside(() -> visible(key));
        found.ifPresent(listener::found);
        return found;
    }

    private Optional<PendingWrite> visible(String key) {
        var writes = byKey.get(key);
        return writes == null ? Optional.empty() : writes.visible();
    }

    @Override
    public long newestVersion(String key) {
        return monitor.inside(() ->
                Math.max(committed.of(key), visible(key).map(PendingWrite::version).orElse(0L)));
    }

    @Override
    public List<PendingWrite> take() throws InterruptedException {
        monitor.when(() -> !waitingSince.isEmpty() || isOver(), FOR_EVER, () -> closed);
        monitor.when(this::isBatchFull, untilDue(), () -> closed);
        return monitor.inside(this::nextBatch);
    }

    private boolean isOver() {
        return closed && (killed || arriving == 0);
    }

    private boolean isBatchFull() {
        return closed || waitingSince.size() >= settings.batch();
    }

    /** How long the eldest write that waits may still wait for others. */
    private Duration untilDue() {
        return monitor.inside(() -> {
            long now = tasks.now();
            long since = waitingSince.values().stream().findFirst().orElse(now);
            var left = settings.delay().minusNanos(now - since);
            return left.isNegative() ? Duration.ZERO : left;
        });
    }

    private List<PendingWrite> nextBatch() {
        flushing = killed ? List.of() : takeWaiting(settings.batch());
        return flushing;
    }

    private List<PendingWrite> takeWaiting(int writesMax) {
        var keys = waitingSince.keySet().stream().limit(writesMax).toList();
        keys.forEach(waitingSince::remove);
        return keys.stream().map(key -> writes(key).flush()).toList();
    }

    @Override
    public void committed(List<PendingWrite> batch) {
        monitor.inside(() -> {
            batch.forEach(write -> committed.note(write.key(), write.version()));
            if (!forgetsSameWriteOnly) {
                batch.forEach(write -> writes(write.key()).hideWaiting());
            }
            return endFlush(batch);
        });
    }

    @Override
    public void discard(List<PendingWrite> batch) {
        monitor.inside(() -> endFlush(batch));
    }

    @Override
    public void requeue(List<PendingWrite> batch) {
        monitor.inside(() -> {
            for (var write : batch) {
                var again = again(write);
                queue(again, writes(write.key()).replaceWaiting(again), false);
            }
            return endFlush(batch);
        });
    }

    private PendingWrite again(PendingWrite write) {
        var versioned = new Versioned(given.next(write.key()), write.versioned().value());
        return new PendingWrite(write.key(), versioned, write.cause());
    }

    private int endFlush(List<PendingWrite> batch) {
        flushing = List.of();
        pending -= batch.size();
        batch.forEach(write -> writes(write.key()).endFlush());
        batch.forEach(write -> forgetIfEmpty(write.key()));
        return pending;
    }

    @Override
    public void close() {
        monitor.inside(() -> closed = true);
    }

    @Override
    public void kill() {
        monitor.inside(() -> closed = killed = true);
    }

    @Override
    public List<PendingWrite> drain() {
        return monitor.inside(() -> {
            var left =
                    Stream.concat(flushing.stream(), takeWaiting(Integer.MAX_VALUE).stream())
                            .toList();
            endFlush(left);
            return left;
        });
    }

    private KeyWrites writes(String key) {
        return Objects.requireNonNull(byKey.get(key), key);
    }

    private void forgetIfEmpty(String key) {
        var writes = byKey.get(key);
        if (writes != null && writes.isEmpty()) {
            byKey.remove(key);
        }
    }
}
