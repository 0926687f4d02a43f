package cachescope.engine.run;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.invalidation.CopiesListener;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Tasks;

/** What happens to the copies of a node beside its calls, as events. */
final class CopyEvents implements CopiesListener {
    private final EventSink sink;
    private final Tasks tasks;
    private final String node;

    CopyEvents(EventSink sink, Tasks tasks, String node) {
        this.sink = sink;
        this.tasks = tasks;
        this.node = node;
    }

    @Override
    public void nearFlushed(String reason, int entries) {
        long at = tasks.now();
        sink.append(seq -> new Event.NearFlushed(seq, at, node, reason, entries));
    }

    @Override
    public void subscriptionMade(String channel) {
        long at = tasks.now();
        sink.append(seq -> new Event.SubscriptionMade(seq, at, node, channel));
    }

    @Override
    public void subscriptionLost(String channel, String reason) {
        long at = tasks.now();
        sink.append(seq -> new Event.SubscriptionLost(seq, at, node, channel, reason));
    }

    @Override
    public void tagInvalidated(String tag, long keys) {
        long at = tasks.now();
        var cause = Caller.CURRENT.get().cause();
        sink.append(seq -> new Event.TagInvalidated(seq, at, cause, node, tag, keys));
    }
}
