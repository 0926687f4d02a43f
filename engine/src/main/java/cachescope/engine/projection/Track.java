package cachescope.engine.projection;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journey while it grows. */
final class Track {
    private final Cause cause;
    private final @Nullable Operation operation;
    private final String key;
    private final long arrivedAt;
    private final long startedAt;
    private final List<Leg> legs = new ArrayList<>(4);
    private String node = "";
    private long endedAt = Journey.OPEN;
    private Event.@Nullable RequestEnded end;
    private @Nullable Journey journey;

    Track(Cause cause, @Nullable Operation operation, String key, long arrivedAt, long startedAt) {
        this.cause = cause;
        this.operation = operation;
        this.key = key;
        this.arrivedAt = arrivedAt;
        this.startedAt = startedAt;
    }

    private Track(Track other) {
        this(other.cause, other.operation, other.key, other.arrivedAt, other.startedAt);
        legs.addAll(other.legs);
        node = other.node;
        endedAt = other.endedAt;
        end = other.end;
        journey = other.journey;
    }

    /** A copy that goes its own way from here. */
    Track copy() {
        return new Track(this);
    }

    void routed(String toNode) {
        node = toNode;
        journey = null;
    }

    void callStarted(Event.CallStarted call) {
        if (legs.size() < Journeys.LEGS_MAX) {
            if (node.isEmpty()) {
                node = call.node();
            }
            legs.add(
                    new Leg(
                            call.call(),
                            call.tier(),
                            call.kind(),
                            call.key(),
                            call.at(),
                            Journey.OPEN,
                            Journey.OPEN,
                            Leg.Result.OPEN));
            journey = null;
        }
    }

    void callEnded(Event.CallEnded call) {
        for (int i = legs.size() - 1; i >= 0; i--) {
            var leg = legs.get(i);
            if (leg.call() == call.call()) {
                legs.set(i, ended(leg, call.at(), call.endedAt(), result(call)));
                journey = null;
                return;
            }
        }
    }

    void ended(Event.RequestEnded event) {
        end = event;
        node = event.node();
        endedAt(event.at());
    }

    void endedAt(long at) {
        endedAt = at;
        journey = null;
    }

    boolean hasOpenLegs() {
        return legs.stream().anyMatch(leg -> leg.endedAt() == Journey.OPEN);
    }

    boolean overlaps(long from, long to) {
        return Math.min(arrivedAt, startedAt) <= to && endedAt >= from;
    }

    /** The journey as known now; the same object until something changes. */
    Journey journey() {
        var known = journey;
        if (known == null) {
            var over = end;
            known =
                    new Journey(
                            cause,
                            operation,
                            key,
                            node,
                            arrivedAt,
                            startedAt,
                            endedAt,
                            over == null ? null : over.answer(),
                            over != null && over.stale(),
                            over == null ? null : over.failure(),
                            legs);
            journey = known;
        }
        return known;
    }

    private static Leg ended(Leg leg, long at, long endedAt, Leg.Result result) {
        CallKind kind = leg.kind();
        return new Leg(
                leg.call(), leg.tier(), kind, leg.key(), leg.startedAt(), at, endedAt, result);
    }

    private static Leg.Result result(Event.CallEnded call) {
        return switch (call) {
            case Event.CacheRead read -> result(read.outcome());
            case Event.CacheWritten written ->
                    written.stored() ? Leg.Result.DONE : Leg.Result.REFUSED;
            case Event.LockTried lock -> lock.taken() ? Leg.Result.DONE : Leg.Result.REFUSED;
            case Event.LockReleased lock -> lock.released() ? Leg.Result.DONE : Leg.Result.REFUSED;
            case Event.TierFailed _ -> Leg.Result.FAILED;
            case Event.CacheRemoved _,
                    Event.CacheSwept _,
                    Event.MarksRead _,
                    Event.RecordRead _,
                    Event.RecordWritten _,
                    Event.RecordRemoved _,
                    Event.UndoOvertaken _,
                    Event.CommitUnanswered _,
                    Event.MessagePublished _,
                    Event.BatchFlushed _ ->
                    Leg.Result.DONE;
        };
    }

    private static Leg.Result result(Outcome outcome) {
        return switch (outcome) {
            case HIT -> Leg.Result.HIT;
            case MISS -> Leg.Result.MISS;
            case EXPIRED -> Leg.Result.EXPIRED;
        };
    }
}
