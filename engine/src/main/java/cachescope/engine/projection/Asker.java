package cachescope.engine.projection;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import java.util.Optional;

/** Who is behind an event: the request that it belongs to, or the work in the background. */
final class Asker {
    private Asker() {}

    /** The cause of an event; empty for events that concern the whole run. */
    static Optional<Cause> of(Event event) {
        return Optional.ofNullable(
                switch (event) {
                    case Event.CallEnded call -> call.cause();
                    case Event.RequestStarted request -> new Cause.Request(request.request());
                    case Event.RequestRouted request -> new Cause.Request(request.request());
                    case Event.RequestEnded request -> new Cause.Request(request.request());
                    case Event.CallStarted call -> call.cause();
                    case Event.MessageDelivered message -> message.cause();
                    case Event.MessageLost message -> message.cause();
                    case Event.WriteQueued write -> write.cause();
                    case Event.WriteCoalesced write -> write.cause();
                    case Event.PendingRead read -> read.cause();
                    case Event.FlushRetried flush -> flush.cause();
                    case Event.WriteDeadLettered write -> write.cause();
                    case Event.WriteLost write -> write.cause();
                    case Event.WaitStarted wait -> wait.cause();
                    case Event.WaitEnded wait -> wait.cause();
                    case Event.RefreshStarted refresh -> refresh.cause();
                    case Event.RefreshEnded refresh -> refresh.cause();
                    case Event.OfGuard step -> step.cause();
                    case Event.TagInvalidated tag -> tag.cause();
                    case Event.EntryOrphaned entry -> entry.cause();
                    case Event.CacheReordered move -> move.cause();
                    case Event.NearFlushed _,
                            Event.SubscriptionMade _,
                            Event.SubscriptionLost _,
                            Event.Disturbed _,
                            Event.RunStarted _,
                            Event.RunEnded _,
                            Event.StrategyChanged _,
                            Event.PaceChanged _,
                            Event.NodeStopped _,
                            Event.NodeStarted _,
                            Event.TierRecovered _ ->
                            null;
                });
    }
}
