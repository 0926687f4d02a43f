package cachescope.engine.projection.stampede;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** Readers of one key, written down event by event. */
final class HotTraffic {
    static final String KEY = "hot";

    private static final String NODE = "app-1";

    private final Script script = new Script();
    private final Map<Long, Long> loadsFrom = new HashMap<>();
    private long calls;

    Stampedes fold() {
        return script.fold(new Stampedes());
    }

    HotKey hot() {
        return fold().of(KEY).orElseThrow();
    }

    HotTraffic reads(long request, long at) {
        script.request(request, Operation.READ, KEY, at, at);
        return this;
    }

    HotTraffic answered(long request, long at) {
        script.ended(request, at, null);
        return this;
    }

    HotTraffic loads(long request, long at) {
        return loads(new Cause.Request(request), request, at);
    }

    HotTraffic loadsBehind(long number, long at) {
        return loads(refresh(number), number, at);
    }

    private HotTraffic loads(Cause cause, long number, long at) {
        script.call(1_000 + number, cause, Tier.DATABASE, CallKind.READ, KEY, at);
        loadsFrom.put(number, at);
        return this;
    }

    HotTraffic loaded(long request, long at) {
        return loaded(new Cause.Request(request), request, at, true);
    }

    HotTraffic loadedBehind(long number, long at) {
        return loaded(refresh(number), number, at, true);
    }

    HotTraffic readForNoCache(long request, long at) {
        return loaded(new Cause.Request(request), request, at, false);
    }

    private HotTraffic loaded(Cause cause, long number, long at, boolean load) {
        long from = loadsFrom.getOrDefault(number, at);
        var span = new Span(1_000 + number, from, at, at, cause, NODE, Tier.DATABASE, List.of());
        script.add(seq -> new Event.RecordRead(seq, span, KEY, 1, true, load));
        return this;
    }

    HotTraffic failed(long request, long at) {
        script.callFailed(1_000 + request, at, "DatabaseUnavailable");
        return this;
    }

    HotTraffic fills(long request, long at, long expiresAt) {
        return fills(new Cause.Request(request), at, expiresAt, true);
    }

    HotTraffic fillsBehind(long number, long at, long expiresAt) {
        return fills(refresh(number), at, expiresAt, true);
    }

    HotTraffic isRefused(long request, long at) {
        return fills(new Cause.Request(request), at, 0, false);
    }

    private HotTraffic fills(Cause cause, long at, long expiresAt, boolean stored) {
        var span = redis(cause, at);
        script.add(seq -> new Event.CacheWritten(seq, span, KEY, 1, stored, expiresAt));
        return this;
    }

    HotTraffic dropped(long at) {
        var span = redis(new Cause.Request(99), at);
        script.add(seq -> new Event.CacheRemoved(seq, span, KEY, Removal.INVALIDATED, 2));
        return this;
    }

    HotTraffic misses(long at) {
        var span = redis(new Cause.Request(99), at);
        script.add(seq -> new Event.CacheRead(seq, span, KEY, Outcome.MISS, 0));
        return this;
    }

    HotTraffic refreshBegins(long number, long at) {
        script.add(seq -> new Event.RefreshStarted(seq, at, refresh(number), NODE, KEY));
        return this;
    }

    HotTraffic lateRefreshBegins(long number, long at) {
        script.add(seq -> new Event.LateRefreshStarted(seq, at, refresh(number), NODE, KEY));
        return this;
    }

    HotTraffic refreshEnds(long number, long from, long at) {
        script.add(seq -> new Event.RefreshEnded(seq, from, at, refresh(number), NODE, KEY, 1));
        return this;
    }

    HotTraffic servedInGrace(long request, long at) {
        var cause = new Cause.Request(request);
        script.add(seq -> new Event.GraceServed(seq, at, cause, NODE, KEY, 1, 5));
        return this;
    }

    HotTraffic takesLock(String token, boolean renewal, long at, long expiresAt) {
        var span = redis(new Cause.Request(0), at);
        script.add(seq ->
                new Event.LockTried(seq, span, "lock:" + KEY, token, renewal, true, expiresAt));
        return this;
    }

    HotTraffic findsItLocked(String token, long at) {
        var span = redis(new Cause.Request(0), at);
        script.add(seq -> new Event.LockTried(seq, span, KEY, token, false, false, 0));
        return this;
    }

    HotTraffic releases(String token, long at) {
        var span = redis(new Cause.Request(0), at);
        script.add(seq -> new Event.LockReleased(seq, span, KEY, token, true));
        return this;
    }

    HotTraffic waits(long request, long at) {
        var cause = new Cause.Request(request);
        script.add(seq -> new Event.WaitStarted(seq, at, cause, NODE, KEY, "another loads"));
        return this;
    }

    HotTraffic waitsNoMore(long request, long from, long at) {
        var cause = new Cause.Request(request);
        script.add(seq -> new Event.WaitEnded(seq, from, at, cause, NODE, KEY, "another loads"));
        return this;
    }

    HotTraffic givesUp(long request, long from, long at) {
        var cause = new Cause.Request(request);
        script.add(seq -> new Event.LockTimedOut(seq, from, at, cause, NODE, KEY));
        return this;
    }

    HotTraffic otherStrategy(long at) {
        var nothing = JsonNodeFactory.instance.objectNode();
        script.add(seq -> new Event.StrategyChanged(seq, at, "guard none to lock", nothing));
        return this;
    }

    private Span redis(Cause cause, long at) {
        return new Span(calls++, at, at, at, cause, NODE, Tier.REDIS, List.of());
    }

    private static Cause refresh(long number) {
        return new Cause.Background("refresh", List.of(number));
    }
}
