package cachescope.engine.pattern;

import cachescope.engine.event.Cause;
import cachescope.engine.expiry.Expiry;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Caller;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.WriteRejected;
import cachescope.engine.stampede.Guard;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Write-behind, or write-back: a write goes to the cache and into a queue and is answered; a worker
 * writes the queue to the database in batches, later.
 *
 * <p>A read looks at the pending writes first and at the cache second. The other way round would be
 * enough only if a cache never lost anything: between a write and its flush the queue is the one
 * place that is sure to have the value, while the cache may evict it, lose it in a restart, or be
 * away. Reads that miss load and fill. While the cache is lost, reads are served by the pending
 * writes and then the database, and writes go on.
 */
public final class WriteBehind implements Pattern {
    /** How long closing waits for the queue to be flushed. */
    public static final Duration CLOSE_WAIT_MAX = Duration.ofSeconds(30);

    private final InvalidatingCache cache;
    private final RecordStore records;
    private final Guard guard;
    private final Entries entries;
    private final Fill fill;
    private final SecondLook secondLook;
    private final Strategy strategy;
    private final PendingWrites pending;
    private final WriteBehindListener listener;
    private final Flusher flusher;
    private final Tasks tasks;
    private final String node;
    private final Tasks.Task worker;

    /** Starts the worker, at the given application node. */
    public WriteBehind(
            Ports ports,
            Expiry expiry,
            Strategy strategy,
            PendingWrites pending,
            WriteBehindListener listener,
            String node) {
        var cache = ports.invalidatingCache(strategy);
        this.cache = cache;
        this.records = ports.records();
        this.entries = new Entries(ports.tasks(), expiry, strategy.negativeTimeToLive());
        this.guard = ports.guard();
        var look =
                new SecondLook(cache, pending::newestVersion, Checks.ofWrite(strategy), strategy);
        this.secondLook = look;
        this.fill =
                new Fill(
                        ports,
                        key ->
                                cache.get(key)
                                        .filter(entry -> !look.isOvertaken(key, entry.version())),
                        cache,
                        entries,
                        strategy,
                        pending::newestVersion);
        this.strategy = strategy;
        this.pending = pending;
        this.listener = listener;
        this.flusher =
                new Flusher(pending, ports, strategy, listener, write -> dropCopy(cache, write));
        this.tasks = ports.tasks();
        this.node = node;
        this.worker = tasks.start(caller(), flusher::work);
    }

    private Caller caller() {
        return Caller.background(new Cause.Background("flush", List.of()), node);
    }

    @Override
    public boolean commitsLater() {
        return true;
    }

    @Override
    public Versioned read(String key) throws TierUnavailable, InterruptedException {
        var written = pending.find(key);
        if (written.isPresent()) {
            return written.get().versioned();
        }
        try {
            return guard.answer(key, fill.lookUp(key), fill);
        } catch (CacheUnavailable lost) {
            return records.read(key);
        }
    }

    @Override
    public long write(String key, String value) throws WriteRejected, InterruptedException {
        var write = pending.add(key, value);
        try {
            cache.write(key, entries.written(key, write.versioned()), Checks.ofWrite(strategy));
            secondLook.at(key, write.version());
        } catch (CacheUnavailable failure) {
            cache.invalidate(key, write.version());
        } finally {
            pending.acknowledge(write);
        }
        return write.version();
    }

    @Override
    public long delete(String key) throws WriteRejected, InterruptedException {
        var write = pending.add(key, null);
        try {
            cache.invalidate(key, write.version());
        } finally {
            pending.acknowledge(write);
        }
        return write.version();
    }

    /**
     * Takes no more writes and flushes those that wait; after {@link #CLOSE_WAIT_MAX} the rest is
     * lost, and said to be.
     */
    @Override
    public void close() throws InterruptedException {
        pending.close();
        if (!flusher.awaitEnd(CLOSE_WAIT_MAX)) {
            kill();
        }
        guard.close();
    }

    @Override
    public void abandon() throws InterruptedException {
        kill();
    }

    /**
     * Stops the worker at once, as a crash would, and returns the acknowledged writes that are lost
     * by it. Their values leave the cache too. Blocks.
     */
    public List<PendingWrite> kill() throws InterruptedException {
        pending.kill();
        worker.cancel();
        worker.join();
        var lost = new ArrayList<PendingWrite>();
        tasks.start(
                        caller(),
                        () -> {
                            lost.addAll(flusher.uncommitted(pending.drain()));
                            lost.forEach(listener::lost);
                            lost.forEach(write -> dropCopy(cache, write));
                        })
                .join();
        return List.copyOf(lost);
    }

    /** The acknowledged writes that the database would not take. */
    public DeadLetters deadLetters() {
        return flusher.deadLetters();
    }

    /** Keeps the cache from serving a value that will never be in the database. */
    private static void dropCopy(InvalidatingCache cache, PendingWrite write) {
        try {
            cache.remove(write.key());
        } catch (CacheUnavailable lost) {
            cache.invalidate(write.key(), write.version());
        }
    }
}
