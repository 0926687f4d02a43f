package cachescope.engine.port.observed;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Locks;
import cachescope.engine.port.observed.Calls.Call;
import java.time.Duration;

/** Locks whose calls become events. */
public final class ObservedLocks implements Locks {
    private final Locks locks;
    private final Calls calls;

    public ObservedLocks(Locks locks, Calls calls) {
        this.locks = locks;
        this.calls = calls;
    }

    @Override
    public boolean take(String key, String token, Duration time) throws CacheUnavailable {
        return calls.observe(
                call(CallKind.LOCK, key),
                () -> locks.take(key, token, time),
                (sink, span, taken) ->
                        tried(sink, span, new Trial(key, token, time, false), taken));
    }

    @Override
    public boolean extend(String key, String token, Duration time) throws CacheUnavailable {
        return calls.observe(
                call(CallKind.EXTEND, key),
                () -> locks.extend(key, token, time),
                (sink, span, taken) -> tried(sink, span, new Trial(key, token, time, true), taken));
    }

    @Override
    public boolean release(String key, String token) throws CacheUnavailable {
        return calls.observe(
                call(CallKind.RELEASE, key),
                () -> locks.release(key, token),
                (sink, span, released) ->
                        sink.append(
                                seq -> new Event.LockReleased(seq, span, key, token, released)));
    }

    @Override
    public boolean remove(String key) throws CacheUnavailable {
        return calls.observe(
                call(CallKind.RELEASE, key),
                () -> locks.remove(key),
                (sink, span, released) ->
                        sink.append(seq -> new Event.LockReleased(seq, span, key, null, released)));
    }

    /** What was asked for. */
    private record Trial(String key, String token, Duration time, boolean renewal) {}

    private static void tried(EventSink sink, Span span, Trial trial, boolean taken) {
        long expiresAt = taken ? span.at() + trial.time.toNanos() : 0;
        sink.append(seq ->
                new Event.LockTried(
                        seq, span, trial.key, trial.token, trial.renewal, taken, expiresAt));
    }

    private static Call call(CallKind kind, String key) {
        return new Call(kind, Tier.REDIS, key);
    }
}
