package cachescope.engine.run;

import cachescope.engine.event.EventSink;
import cachescope.engine.event.Tier;
import cachescope.engine.invalidation.Announcer;
import cachescope.engine.invalidation.AnnouncingCache;
import cachescope.engine.invalidation.EventHearing;
import cachescope.engine.near.Hearing;
import cachescope.engine.near.NearCache;
import cachescope.engine.near.TieredCache;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.faulty.FaultyCache;
import cachescope.engine.port.observed.Calls;
import cachescope.engine.port.observed.ExpiryMemory;
import cachescope.engine.port.observed.ObservedCache;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;

/**
 * Puts together where one node keeps copies and how they learn of writes: the shared cache, a near
 * one before it, and what tells of writes and hears of them.
 */
final class NodeCopies {
    private final NodeStores stores;
    private final MessageBus bus;
    private final Calls calls;
    private final ExpiryMemory expiries;
    private final Tasks tasks;
    private final String node;
    private final CopyEvents events;

    /**
     * {@code bus} and {@code calls} are those of all nodes, and {@code expiries} what they all have
     * written to the shared cache.
     */
    NodeCopies(
            NodeStores stores,
            MessageBus bus,
            Calls calls,
            ExpiryMemory expiries,
            Tasks tasks,
            String node,
            EventSink sink) {
        this.stores = stores;
        this.bus = bus;
        this.calls = calls;
        this.expiries = expiries;
        this.tasks = tasks;
        this.node = node;
        this.events = new CopyEvents(sink, tasks, node);
    }

    /**
     * The cache that a pattern speaks to, the same without telling others, and how the node hears
     * of writes until that is closed.
     */
    record Copies(CacheStore cache, CacheStore unannounced, Hearing hearing) {}

    /** Empty copies in the way of a strategy, its durations taken as they are. */
    Copies of(Strategy strategy) {
        var shared = new ObservedCache(stores.cache(), Tier.REDIS, calls, expiries);
        return strategy.invalidation().name() == InvalidationName.EVENT
                ? announced(strategy, shared)
                : tiered(strategy, shared);
    }

    private Copies announced(Strategy strategy, CacheStore shared) {
        var announcer = new Announcer(bus, tasks, node);
        if (!strategy.cluster().hasNearCaches()) {
            return new Copies(new AnnouncingCache(shared, announcer), shared, Hearing.NONE);
        }
        var near = near(strategy);
        var observed = observed(near);
        var hearing =
                new EventHearing(
                        bus,
                        tasks,
                        node,
                        announcer,
                        near,
                        observed,
                        events,
                        strategy.has(Fix.FLUSH_ON_GAP));
        var tiers = tiers(strategy, observed, shared, hearing);
        return new Copies(new AnnouncingCache(tiers, announcer), tiers, hearing);
    }

    private Copies tiered(Strategy strategy, CacheStore shared) {
        if (!strategy.cluster().hasNearCaches()) {
            return new Copies(shared, shared, Hearing.NONE);
        }
        var near = near(strategy);
        near.open();
        var tiers = tiers(strategy, observed(near), shared, Hearing.NONE);
        return new Copies(tiers, tiers, Hearing.NONE);
    }

    private NearCache near(Strategy strategy) {
        var cluster = strategy.cluster();
        return new NearCache(
                tasks, cluster.nearCapacity(), cluster.nearTimeToLive().orElse(Duration.ZERO));
    }

    private CacheStore observed(NearCache near) {
        var conditions = stores.nearConditions();
        var met = conditions.isPresent() ? new FaultyCache(near, conditions.get(), tasks) : near;
        return new ObservedCache(met, Tier.NEAR_CACHE, calls);
    }

    private static CacheStore tiers(
            Strategy strategy, CacheStore near, CacheStore shared, Hearing hearing) {
        return new TieredCache(near, shared, hearing, strategy.has(Fix.NEAR_PLACEHOLDER));
    }
}
