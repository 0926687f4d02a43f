package cachescope.engine.port.observed;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Committed;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.TierUnavailable;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Observes calls: numbers them, tells the sink that each one left and how it ended, and notices
 * when a tier that failed answers again. One for all ports of a run, so that the numbers are
 * unique. Safe for use by many tasks at once.
 */
public final class Calls {
    private final EventSink sink;
    private final Tasks tasks;
    private final AtomicLong next = new AtomicLong();
    private volatile Set<Tier> failed = Set.of();

    public Calls(EventSink sink, Tasks tasks) {
        this.sink = sink;
        this.tasks = tasks;
    }

    /** Appends the event that ends a call which went well. */
    @FunctionalInterface
    interface End<T> {
        void append(EventSink sink, Span span, T result);
    }

    /** A call of a port, as its kind, its tier and the key it is about. */
    record Call(CallKind kind, Tier tier, String key) {}

    <T, X extends TierUnavailable> T observe(
            Call call, ScopedValue.CallableOp<T, X> body, End<T> end) throws X {
        return observe(call, Caller.CURRENT.get().cause(), body, end);
    }

    /** Runs a call for a cause other than its caller's. */
    @SuppressWarnings("unchecked") // the body throws nothing but X among what is unavailable
    <T, X extends TierUnavailable> T observe(
            Call call, Cause cause, ScopedValue.CallableOp<T, X> body, End<T> end) throws X {
        if (Caller.CURRENT.get().isKilled()) {
            return body.call();
        }
        long number = next.getAndIncrement();
        var node = Caller.CURRENT.get().node();
        var notes = new CallNotes(number);
        long startedAt = tasks.now();
        sink.append(seq ->
                new Event.CallStarted(
                        seq, startedAt, number, cause, node, call.tier, call.kind, call.key));
        Supplier<Span> ended =
                () -> {
                    long now = tasks.now();
                    return new Span(
                            number,
                            startedAt,
                            notes.effectAt(now),
                            now,
                            cause,
                            node,
                            call.tier,
                            notes.sent());
                };
        try {
            T result = notes.during(body);
            var span = ended.get();
            end.append(sink, span, result);
            recovered(call.tier, span.endedAt());
            return result;
        } catch (TierUnavailable failure) {
            var span = ended.get();
            notes.committed().forEach(commit -> unanswered(span, commit));
            sink.append(seq -> failed(seq, span, call, failure));
            if (!Caller.CURRENT.get().isKilled()) {
                mark(call.tier, true);
            }
            throw (X) failure;
        }
    }

    private void unanswered(Span span, Committed commit) {
        var committing = span.withoutStatements().effectiveAt(commit.at());
        sink.append(
                seq -> new Event.CommitUnanswered(seq, committing, commit.key(), commit.version()));
    }

    private static Event failed(long seq, Span span, Call call, TierUnavailable failure) {
        return new Event.TierFailed(
                seq,
                span,
                call.kind,
                call.key,
                Caller.CURRENT.get().isKilled()
                        ? Event.TierFailed.NODE_KILLED
                        : failure.getClass().getSimpleName(),
                String.valueOf(failure.getMessage()));
    }

    private void recovered(Tier tier, long at) {
        if (failed.contains(tier) && mark(tier, false)) {
            sink.append(seq -> new Event.TierRecovered(seq, at, tier));
        }
    }

    /** Notes whether a tier has failed; returns whether that was news. */
    private synchronized boolean mark(Tier tier, boolean isFailed) {
        var next = EnumSet.noneOf(Tier.class);
        next.addAll(failed);
        boolean changed = isFailed ? next.add(tier) : next.remove(tier);
        failed = next;
        return changed;
    }
}
