package cachescope.engine.projection;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes down what happened in a run, event by event, for tests of what is folded from it. */
public final class Script {
    private static final String NODE = "app-1";

    private final List<Event> events = new ArrayList<>();
    private final Map<Long, Event.RequestStarted> requests = new HashMap<>();
    private final Map<Long, Event.CallStarted> calls = new HashMap<>();

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Hands everything so far to a projection and returns it. */
    public <P extends Projection> P fold(P projection) {
        events.forEach(projection);
        return projection;
    }

    public Script add(LongFunction<Event> event) {
        events.add(event.apply(events.size()));
        return this;
    }

    public Script run(String world, double speed) {
        var nothing = JsonNodeFactory.instance.objectNode();
        return add(seq -> new Event.RunStarted(seq, 0, 1, world, 7, speed, nothing, nothing));
    }

    public Script request(long request, Operation operation, String key, long arrivedAt, long at) {
        add(seq -> {
            var started = new Event.RequestStarted(seq, at, request, operation, key, arrivedAt);
            requests.put(request, started);
            return started;
        });
        return add(seq -> new Event.RequestRouted(seq, at, request, NODE));
    }

    public Script read(long request, String key, long at) {
        return request(request, Operation.READ, key, at, at);
    }

    public Script ended(long request, long at, @Nullable Answer answer) {
        return ended(request, at, answer, 1, 0, null);
    }

    public Script failed(long request, long at, @Nullable Answer answer, String failure) {
        return ended(request, at, answer, 0, 0, failure);
    }

    /** The end of a request; stale if its staleness is positive. */
    public Script ended(
            long request,
            long at,
            @Nullable Answer answer,
            long version,
            long staleness,
            @Nullable String failure) {
        var started = requests.get(request);
        if (started == null) {
            throw new IllegalArgumentException("request " + request + " was not started");
        }
        return add(seq ->
                new Event.RequestEnded(
                        seq,
                        at,
                        request,
                        NODE,
                        started.operation(),
                        started.key(),
                        started.arrivedAt(),
                        started.at(),
                        answer,
                        version,
                        staleness > 0,
                        staleness,
                        false,
                        failure));
    }

    public Script call(long call, long request, Tier tier, CallKind kind, String key, long at) {
        return call(call, new Cause.Request(request), tier, kind, key, at);
    }

    public Script call(long call, Cause cause, Tier tier, CallKind kind, String key, long at) {
        return add(seq -> {
            var started = new Event.CallStarted(seq, at, call, cause, NODE, tier, kind, key);
            calls.put(call, started);
            return started;
        });
    }

    public Script lookedUp(long call, long at, Outcome outcome) {
        var key = started(call).key();
        var span = span(call, at, "GET " + key);
        return add(seq -> new Event.CacheRead(seq, span, key, outcome, 1));
    }

    public Script filled(long call, long at, boolean stored) {
        var key = started(call).key();
        var span = span(call, at);
        return add(seq -> new Event.CacheWritten(seq, span, key, 1, stored, Long.MAX_VALUE));
    }

    public Script evicted(long call, long at) {
        var key = started(call).key();
        var span = span(call, at);
        return add(seq -> new Event.CacheRemoved(seq, span, key, Removal.EVICTED, 0));
    }

    public Script recordRead(long call, long at, boolean load) {
        var key = started(call).key();
        var span = span(call, at, "SELECT");
        return add(seq -> new Event.RecordRead(seq, span, key, 1, true, load));
    }

    /** A load of a key from the database, from its start to its end. */
    public Script load(long call, long request, String key, long from, long to) {
        return call(call, request, Tier.DATABASE, CallKind.READ, key, from)
                .recordRead(call, to, true);
    }

    public Script recordWritten(
            long call, String key, long committedAt, long endedAt, long version, boolean batched) {
        var span = span(call, endedAt).effectiveAt(committedAt);
        return add(seq -> new Event.RecordWritten(seq, span, key, version, batched, 0));
    }

    public Script flushed(long call, long at, int writes, int rows) {
        var span = span(call, at, "BEGIN", "COMMIT");
        return add(seq -> new Event.BatchFlushed(seq, span, writes, rows));
    }

    public Script callFailed(long call, long at, String failure) {
        var started = started(call);
        var span = span(call, at);
        return add(seq ->
                new Event.TierFailed(
                        seq, span, started.kind(), started.key(), failure, "it is away"));
    }

    public Script recovered(Tier tier, long at) {
        return add(seq -> new Event.TierRecovered(seq, at, tier));
    }

    public Script queued(long request, String key, long version, int pending, long at) {
        return add(seq ->
                new Event.WriteQueued(
                        seq,
                        at,
                        new Cause.Request(request),
                        NODE,
                        key,
                        Operation.WRITE,
                        version,
                        pending));
    }

    public Script coalesced(long request, String key, long version, long byVersion, long at) {
        return add(seq ->
                new Event.WriteCoalesced(
                        seq, at, new Cause.Request(request), NODE, key, version, byVersion));
    }

    private Span span(long call, long endedAt, String... statements) {
        var started = started(call);
        return new Span(
                call,
                started.at(),
                endedAt,
                endedAt,
                started.cause(),
                NODE,
                started.tier(),
                List.of(statements));
    }

    private Event.CallStarted started(long call) {
        var started = calls.get(call);
        if (started == null) {
            throw new IllegalArgumentException("call " + call + " was not started");
        }
        return started;
    }
}
