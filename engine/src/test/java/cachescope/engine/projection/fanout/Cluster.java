package cachescope.engine.projection.fanout;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Script;
import java.util.List;

/** What happens on several nodes with near caches, written down event by event. */
final class Cluster {
    private static final String CHANNEL = "invalidate";

    private final Script script = new Script();
    private final FanOut fanOut = new FanOut();
    private long calls;

    /** All of it so far. */
    FanOut fold() {
        fanOut.clear();
        return script.fold(fanOut);
    }

    Cluster listens(String node, long at) {
        script.add(seq -> new Event.SubscriptionMade(seq, at, node, CHANNEL));
        return this;
    }

    Cluster listensNoMore(String node, long at) {
        script.add(seq -> new Event.SubscriptionLost(seq, at, node, CHANNEL, "It was cut."));
        return this;
    }

    Cluster filled(String node, String key, long version, long at, long expiresAt) {
        var span = span(request(0), node, Tier.NEAR_CACHE, at);
        script.add(seq -> new Event.CacheWritten(seq, span, key, version, true, expiresAt));
        return this;
    }

    Cluster filledRedis(String key, long version, long at) {
        var span = span(request(0), "app-1", Tier.REDIS, at);
        script.add(seq -> new Event.CacheWritten(seq, span, key, version, true, Long.MAX_VALUE));
        return this;
    }

    Cluster hit(String node, String key, long version, long at) {
        var span = span(request(0), node, Tier.NEAR_CACHE, at);
        script.add(seq -> new Event.CacheRead(seq, span, key, Outcome.HIT, version));
        return this;
    }

    Cluster missed(String node, String key, long at) {
        var span = span(request(0), node, Tier.NEAR_CACHE, at);
        script.add(seq -> new Event.CacheRead(seq, span, key, Outcome.MISS, 0));
        return this;
    }

    Cluster committed(long request, String key, long version, long at) {
        var span = span(request(request), "app-1", Tier.DATABASE, at);
        script.add(seq -> new Event.RecordWritten(seq, span, key, version, false, 0));
        return this;
    }

    Cluster published(long message, long request, String text, long at) {
        var span = span(request(request), "app-1", Tier.REDIS, at);
        script.add(seq -> new Event.MessagePublished(seq, span, CHANNEL, message, text, 3));
        return this;
    }

    Cluster delivered(long message, String node, long at) {
        script.add(seq -> new Event.MessageDelivered(seq, at, request(0), node, CHANNEL, message));
        return this;
    }

    Cluster lost(long message, String node, long at) {
        script.add(seq -> new Event.MessageLost(seq, at, request(0), node, CHANNEL, message));
        return this;
    }

    Cluster dropped(long message, String node, String key, long at) {
        var cause = new Cause.Background("message " + message, List.of());
        var span = span(cause, node, Tier.NEAR_CACHE, at);
        script.add(seq -> new Event.CacheRemoved(seq, span, key, Removal.INVALIDATED, 0));
        return this;
    }

    Cluster swept(long message, String node, String pattern, long at) {
        var cause = new Cause.Background("message " + message, List.of());
        var span = span(cause, node, Tier.NEAR_CACHE, at);
        script.add(seq -> new Event.CacheSwept(seq, span, pattern, 1));
        return this;
    }

    Cluster flushed(String node, long at) {
        script.add(seq -> new Event.NearFlushed(seq, at, node, "gap", 1));
        return this;
    }

    Cluster stopped(String node, long at) {
        script.add(seq -> new Event.NodeStopped(seq, at, node));
        return this;
    }

    Cluster started(String node, long at) {
        script.add(seq -> new Event.NodeStarted(seq, at, node));
        return this;
    }

    private static Cause request(long request) {
        return new Cause.Request(request);
    }

    private Span span(Cause cause, String node, Tier tier, long at) {
        return new Span(calls++, at, at, at, cause, node, tier, List.of());
    }
}
