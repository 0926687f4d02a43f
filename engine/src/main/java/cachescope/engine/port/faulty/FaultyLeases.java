package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Leases;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Tasks;
import java.time.Duration;

/** Leases whose calls can be delayed, refused or lost. */
public final class FaultyLeases implements Leases {
    private final Leases leases;
    private final Faults faults;

    public FaultyLeases(Leases leases, Fault.Choice choice, Tasks tasks) {
        this.leases = leases;
        this.faults = new Faults(choice, tasks);
    }

    @Override
    public boolean take(String key, String token, Duration time) throws CacheUnavailable {
        return call(CallKind.LOCK, key, () -> leases.take(key, token, time));
    }

    @Override
    public boolean put(String key, String token, Entry entry, PutCondition condition)
            throws CacheUnavailable {
        return call(CallKind.PUT, key, () -> leases.put(key, token, entry, condition));
    }

    @Override
    public boolean end(String key, String token) throws CacheUnavailable {
        return call(CallKind.RELEASE, key, () -> leases.end(key, token));
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        call(
                CallKind.INVALIDATE,
                key,
                () -> {
                    leases.invalidate(key, version);
                    return true;
                });
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        call(
                CallKind.REMOVE,
                key,
                () -> {
                    leases.remove(key);
                    return true;
                });
    }

    private boolean call(
            CallKind kind, String key, ScopedValue.CallableOp<Boolean, CacheUnavailable> call)
            throws CacheUnavailable {
        return faults.call(kind, key, call, FaultyCache::failure);
    }
}
