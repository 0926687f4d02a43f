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
import cachescope.engine.stampede.Grace;
import cachescope.engine.stampede.LeasedCache;
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
    private final LeasedCache leased;
    private final Grace grace;

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
        this.leased = new LeasedCache(stores.cache(), stores.leases());
        this.grace = new Grace(leased, tasks);
    }

    /**
     * The cache that a pattern speaks to, the same without telling others and without giving grace,
     * and how the node hears of writes until that is closed.
     */
    record Copies(CacheStore cache, CacheStore unannounced, Hearing hearing) {}

    /** Empty copies in the way of a strategy, its durations taken as they are. */
    Copies of(Strategy strategy) {
        leased.follow(strategy.guard().name());
        grace.follow(strategy.guard().name());
        var shared = observed(grace);
        var withoutGrace = observed(leased);
        return strategy.invalidation().name() == InvalidationName.EVENT
                ? announced(strategy, shared, withoutGrace)
                : tiered(strategy, shared, withoutGrace);
    }

    private CacheStore observed(CacheStore shared) {
        return new ObservedCache(shared, Tier.REDIS, calls, expiries);
    }

    private Copies announced(Strategy strategy, CacheStore shared, CacheStore withoutGrace) {
        var announcer = new Announcer(bus, tasks, node);
        if (!strategy.cluster().hasNearCaches()) {
            return new Copies(new AnnouncingCache(shared, announcer), withoutGrace, Hearing.NONE);
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
        return new Copies(
                new AnnouncingCache(tiers, announcer),
                tiers(strategy, observed, withoutGrace, hearing),
                hearing);
    }

    private Copies tiered(Strategy strategy, CacheStore shared, CacheStore withoutGrace) {
        if (!strategy.cluster().hasNearCaches()) {
            return new Copies(shared, withoutGrace, Hearing.NONE);
        }
        var near = near(strategy);
        near.open();
        var observed = observed(near);
        return new Copies(
                tiers(strategy, observed, shared, Hearing.NONE),
                tiers(strategy, observed, withoutGrace, Hearing.NONE),
                Hearing.NONE);
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
