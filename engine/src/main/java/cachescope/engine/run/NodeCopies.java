package cachescope.engine.run;

import cachescope.engine.event.EventSink;
import cachescope.engine.event.Tier;
import cachescope.engine.invalidation.Announcer;
import cachescope.engine.invalidation.AnnouncingCache;
import cachescope.engine.invalidation.BumpingRecords;
import cachescope.engine.invalidation.Bumps;
import cachescope.engine.invalidation.EventHearing;
import cachescope.engine.invalidation.TagSetCache;
import cachescope.engine.invalidation.TaggedCache;
import cachescope.engine.invalidation.VersionedKeyCache;
import cachescope.engine.invalidation.Versions;
import cachescope.engine.near.Hearing;
import cachescope.engine.near.NearCache;
import cachescope.engine.near.TieredCache;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.faulty.FaultyCache;
import cachescope.engine.port.observed.Calls;
import cachescope.engine.port.observed.ExpiryMemory;
import cachescope.engine.port.observed.ObservedCache;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.TagForm;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

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
    private final RandomGenerator fresh;

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
            EventSink sink,
            Orphans orphans) {
        this.stores = stores;
        this.bus = bus;
        this.calls = calls;
        this.expiries = expiries;
        this.tasks = tasks;
        this.node = node;
        this.events = new CopyEvents(sink, tasks, node, orphans);
        this.fresh = tasks.random("versions at " + node);
    }

    /**
     * What a pattern stands on: the cache that it speaks to, the same without telling others, how
     * the node hears of writes until that is closed, and what is put before the records.
     */
    record Copies(
            CacheStore cache,
            CacheStore unannounced,
            Hearing hearing,
            UnaryOperator<RecordStore> records) {}

    /** Empty copies in the way of a strategy, its durations taken as they are. */
    Copies of(Strategy strategy) {
        return switch (strategy.invalidation().name()) {
            case TTL -> tiered(strategy, shared(stores.cache()));
            case EVENT -> announced(strategy, shared(stores.cache()));
            case TAG ->
                    strategy.invalidation().tags() == TagForm.SETS
                            ? tagSets()
                            : judged(strategy, tagged(strategy));
            case VERSION -> judged(strategy, versioned(strategy));
            case TRACKING -> tiered(strategy, shared(stores.cache()));
        };
    }

    private ObservedCache shared(CacheStore cache) {
        return new ObservedCache(cache, Tier.REDIS, calls, expiries);
    }

    private Copies tagSets() {
        var cache = shared(new TagSetCache(stores.cache(), stores.tagSets(), events));
        return new Copies(cache, cache, Hearing.NONE, UnaryOperator.identity());
    }

    private TaggedCache tagged(Strategy strategy) {
        return new TaggedCache(
                stores.cache(),
                versions(strategy),
                events,
                strategy.has(Fix.VERSION_BEFORE_LOAD),
                strategy.has(Fix.BUMP_LAST));
    }

    private VersionedKeyCache versioned(Strategy strategy) {
        return new VersionedKeyCache(
                stores.cache(),
                versions(strategy),
                events,
                strategy.has(Fix.VERSION_BEFORE_LOAD),
                strategy.has(Fix.BUMP_LAST));
    }

    private Versions versions(Strategy strategy) {
        return new Versions(stores.marks(), fresh, tasks, strategy.has(Fix.UNIQUE_VERSIONS));
    }

    private <C extends CacheStore & Bumps> Copies judged(Strategy strategy, C cache) {
        var plain = shared(cache);
        var observed = strategy.has(Fix.VERSION_BEFORE_LOAD) ? plain.judged() : plain;
        UnaryOperator<RecordStore> records =
                strategy.has(Fix.BUMP_LAST)
                        ? UnaryOperator.identity()
                        : writes -> new BumpingRecords(writes, cache);
        return new Copies(observed, observed, Hearing.NONE, records);
    }

    private Copies announced(Strategy strategy, CacheStore shared) {
        var announcer = new Announcer(bus, tasks, node);
        if (!strategy.cluster().hasNearCaches()) {
            return new Copies(
                    new AnnouncingCache(shared, announcer),
                    shared,
                    Hearing.NONE,
                    UnaryOperator.identity());
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
                new AnnouncingCache(tiers, announcer), tiers, hearing, UnaryOperator.identity());
    }

    private Copies tiered(Strategy strategy, CacheStore shared) {
        if (!strategy.cluster().hasNearCaches()) {
            return new Copies(shared, shared, Hearing.NONE, UnaryOperator.identity());
        }
        var near = near(strategy);
        near.open();
        var tiers = tiers(strategy, observed(near), shared, Hearing.NONE);
        return new Copies(tiers, tiers, Hearing.NONE, UnaryOperator.identity());
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
