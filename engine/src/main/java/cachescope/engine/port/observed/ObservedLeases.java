package cachescope.engine.port.observed;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Leases;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.observed.Calls.Call;
import java.time.Duration;

/**
 * Leases whose taking and ending become events, as those of a lock. What changes entries is told by
 * the observed cache that these calls are part of.
 */
public final class ObservedLeases implements Leases {
    private final Leases leases;
    private final Calls calls;

    public ObservedLeases(Leases leases, Calls calls) {
        this.leases = leases;
        this.calls = calls;
    }

    @Override
    public boolean take(String key, String token, Duration time) throws CacheUnavailable {
        return calls.observe(
                new Call(CallKind.LOCK, Tier.REDIS, key),
                () -> leases.take(key, token, time),
                (sink, span, taken) -> {
                    long expiresAt = taken ? span.at() + time.toNanos() : 0;
                    sink.append(seq ->
                            new Event.LockTried(seq, span, key, token, false, taken, expiresAt));
                });
    }

    @Override
    public boolean end(String key, String token) throws CacheUnavailable {
        return calls.observe(
                new Call(CallKind.RELEASE, Tier.REDIS, key),
                () -> leases.end(key, token),
                (sink, span, ended) ->
                        sink.append(seq -> new Event.LockReleased(seq, span, key, token, ended)));
    }

    @Override
    public boolean put(String key, String token, Entry entry, PutCondition condition)
            throws CacheUnavailable {
        return leases.put(key, token, entry, condition);
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        leases.invalidate(key, version);
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        leases.remove(key);
    }
}
