package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Locks;
import cachescope.engine.port.Tasks;
import java.time.Duration;

/** Locks whose calls can be delayed, refused or lost. */
public final class FaultyLocks implements Locks {
    private final Locks locks;
    private final Faults faults;

    public FaultyLocks(Locks locks, Fault.Choice choice, Tasks tasks) {
        this.locks = locks;
        this.faults = new Faults(choice, tasks);
    }

    @Override
    public boolean take(String key, String token, Duration time) throws CacheUnavailable {
        return call(CallKind.LOCK, key, () -> locks.take(key, token, time));
    }

    @Override
    public boolean extend(String key, String token, Duration time) throws CacheUnavailable {
        return call(CallKind.EXTEND, key, () -> locks.extend(key, token, time));
    }

    @Override
    public boolean release(String key, String token) throws CacheUnavailable {
        return call(CallKind.RELEASE, key, () -> locks.release(key, token));
    }

    @Override
    public boolean remove(String key) throws CacheUnavailable {
        return call(CallKind.RELEASE, key, () -> locks.remove(key));
    }

    private boolean call(
            CallKind kind, String key, ScopedValue.CallableOp<Boolean, CacheUnavailable> call)
            throws CacheUnavailable {
        return faults.call(kind, key, call, FaultyCache::failure);
    }
}
