package cachescope.engine.stampede;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.ForwardingCache;
import cachescope.engine.port.Leases;
import cachescope.engine.port.PutCondition;
import cachescope.engine.strategy.GuardName;

/**
 * A cache that, under the lease guard, is filled by lease only and whose deletes kill leases. A
 * refresh of an entry that is there needs none.
 */
public final class LeasedCache extends ForwardingCache {
    private final Leases leases;
    private volatile boolean leased;

    public LeasedCache(CacheStore cache, Leases leases) {
        super(cache);
        this.leases = leases;
    }

    /** Goes by another guard from now on. */
    public void follow(GuardName guard) {
        leased = guard == GuardName.LEASE;
    }

    @Override
    public boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        var held = HeldLease.current();
        if (!leased || held.isEmpty()) {
            return super.put(key, entry, condition);
        }
        var lease = held.get();
        if (lease == HeldLease.NONE) {
            return false;
        }
        boolean taken = leases.put(key, lease.token(), entry, condition);
        lease.spend();
        return taken;
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        if (leased) {
            leases.invalidate(key, version);
        } else {
            super.invalidate(key, version);
        }
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        if (leased) {
            leases.remove(key);
        } else {
            super.remove(key);
        }
    }
}
