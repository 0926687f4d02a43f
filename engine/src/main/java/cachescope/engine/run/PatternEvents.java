package cachescope.engine.run;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import cachescope.engine.pattern.RefreshListener;
import cachescope.engine.pattern.WriteBehindListener;
import cachescope.engine.port.Caller;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.util.List;

/** What patterns do between their calls, as events. */
final class PatternEvents implements WriteBehindListener, RefreshListener {
    private static final String QUEUE_IS_FULL = "the write queue is full";

    private final EventSink sink;
    private final Tasks tasks;
    private final String node;

    PatternEvents(EventSink sink, Tasks tasks, String node) {
        this.sink = sink;
        this.tasks = tasks;
        this.node = node;
    }

    @Override
    public void acknowledged(PendingWrite write, int pending) {
        long at = tasks.now();
        var operation = write.versioned().isPresent() ? Operation.WRITE : Operation.DELETE;
        sink.append(seq ->
                new Event.WriteQueued(
                        seq,
                        at,
                        write.cause(),
                        node,
                        write.key(),
                        operation,
                        write.version(),
                        pending));
    }

    @Override
    public void coalesced(PendingWrite overtaken, long byVersion) {
        long at = tasks.now();
        sink.append(seq ->
                new Event.WriteCoalesced(
                        seq,
                        at,
                        overtaken.cause(),
                        node,
                        overtaken.key(),
                        overtaken.version(),
                        byVersion));
    }

    @Override
    public void found(PendingWrite write) {
        long at = tasks.now();
        var caller = Caller.CURRENT.get();
        caller.lookedUp(Tier.APP, Outcome.HIT);
        sink.append(seq ->
                new Event.PendingRead(seq, at, caller.cause(), node, write.key(), write.version()));
    }

    @Override
    public void waitStarted(String key) {
        long at = tasks.now();
        sink.append(seq -> new Event.WaitStarted(seq, at, cause(), node, key, QUEUE_IS_FULL));
    }

    @Override
    public void waitEnded(String key, long startedAt) {
        long at = tasks.now();
        sink.append(
                seq -> new Event.WaitEnded(seq, startedAt, at, cause(), node, key, QUEUE_IS_FULL));
    }

    @Override
    public void retried(List<PendingWrite> batch, int attempt, Duration backoff, String message) {
        if (Caller.CURRENT.get().isKilled()) {
            return;
        }
        long at = tasks.now();
        sink.append(seq ->
                new Event.FlushRetried(
                        seq, at, cause(), node, batch.size(), attempt, backoff.toNanos(), message));
    }

    @Override
    public void deadLettered(PendingWrite write, int attempts) {
        long at = tasks.now();
        sink.append(seq ->
                new Event.WriteDeadLettered(
                        seq, at, write.cause(), node, write.key(), write.version(), attempts));
    }

    @Override
    public void lost(PendingWrite write) {
        long at = tasks.now();
        sink.append(seq ->
                new Event.WriteLost(seq, at, write.cause(), node, write.key(), write.version()));
    }

    @Override
    public void started(String key) {
        long at = tasks.now();
        var cause = refresh(key);
        sink.append(seq -> new Event.RefreshStarted(seq, at, cause, node, key));
    }

    @Override
    public void ended(String key, long startedAt, long version) {
        long at = tasks.now();
        sink.append(seq -> new Event.RefreshEnded(seq, startedAt, at, cause(), node, key, version));
    }

    private static Cause cause() {
        return Caller.CURRENT.get().cause();
    }

    /** A refresh works for the request that set it off, under a name of its own. */
    private static Cause refresh(String key) {
        return switch (cause()) {
            case Cause.Request asker ->
                    new Cause.Background("refresh " + key, List.of(asker.request()));
            case Cause.Background work -> work;
        };
    }
}
