package cachescope.engine.run;

import cachescope.engine.event.EventSink;
import cachescope.engine.event.Tier;
import cachescope.engine.eviction.OrderListener;
import cachescope.engine.invalidation.Announcer;
import cachescope.engine.invalidation.AnnouncingCache;
import cachescope.engine.invalidation.BumpingRecords;
import cachescope.engine.invalidation.Bumps;
import cachescope.engine.invalidation.EventHearing;
import cachescope.engine.invalidation.TagSetCache;
import cachescope.engine.invalidation.TaggedCache;
import cachescope.engine.invalidation.TrackingHearing;
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
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Puts together where one node keeps copies and how they learn of writes: the shared cache, a near
 * one before it, and what tells of writes and hears of them.
 */
final class NodeCopies {
    private final NodeStores stores;
    private final CacheStore shared;
    private final CacheStore ungraced;
    private final MessageBus bus;
    private final Calls calls;
    private final ExpiryMemory expiries;
    private final Tasks tasks;
    private final String node;
    private final CopyEvents events;
    private final @Nullable OrderListener<String> order;
    private final RandomGenerator fresh;
    private final RandomGenerator evicted;

    /**
     * {@code shared} is the shared cache as the node's guard wants it, {@code ungraced} the same
     * without a time of grace; {@code bus}, {@code calls} and {@code orphans} are those of all
     * nodes, and {@code expiries} what they all have written to the shared cache.
     */
    NodeCopies(
            NodeStores stores,
            CacheStore shared,
            CacheStore ungraced,
            MessageBus bus,
            Calls calls,
            ExpiryMemory expiries,
            Tasks tasks,
            String node,
            EventSink sink,
            Orphans orphans,
            Reorders reorders) {
        this.stores = stores;
        this.shared = shared;
        this.ungraced = ungraced;
        this.bus = bus;
        this.calls = calls;
        this.expiries = expiries;
        this.tasks = tasks;
        this.node = node;
        this.events = new CopyEvents(sink, tasks, node, orphans);
        this.order = reorders.ofNear(node);
        this.fresh = tasks.random("versions at " + node);
        this.evicted = tasks.random("eviction at " + node);
    }

    /**
     * What a pattern stands on.
     *
     * @param cache the cache that it speaks to
     * @param expiring the shared one, for who lets its entries expire before their time
     * @param near the node's own, if it has one
     * @param hearing how the node hears of writes until that is closed
     * @param records what is put before the records
     */
    record Copies(
            CacheStore cache,
            CacheStore expiring,
            Optional<CacheStore> near,
            Hearing hearing,
            UnaryOperator<RecordStore> records) {}

    /** Makes the hearing of a near cache that calls are to be made to in a certain way. */
    private interface Ears {
        Hearing of(NearCache near, CacheStore observed);
    }

    /** Empty copies in the way of a strategy, its durations taken as they are. */
    Copies of(Strategy strategy) {
        return switch (strategy.invalidation().name()) {
            case TTL ->
                    tiered(
                            strategy,
                            UnaryOperator.identity(),
                            (near, _) -> {
                                near.open();
                                return Hearing.NONE;
                            });
            case EVENT -> {
                var announcer = new Announcer(bus, tasks, node);
                yield tiered(
                        strategy,
                        cache -> new AnnouncingCache(cache, announcer),
                        (near, observed) -> events(strategy, announcer, near, observed));
            }
            case TRACKING -> tiered(strategy, UnaryOperator.identity(), this::tracking);
            case TAG ->
                    strategy.invalidation().tags() == TagForm.SETS
                            ? tagSets()
                            : judged(strategy, tagged(shared, strategy), ungraced);
            case VERSION ->
                    judged(strategy, versioned(shared, strategy), versioned(ungraced, strategy));
        };
    }

    /** A near cache before the shared one, if the strategy has one, and what tells of writes. */
    private Copies tiered(Strategy strategy, UnaryOperator<CacheStore> telling, Ears ears) {
        var behind = observed(shared);
        var cluster = strategy.cluster();
        if (!cluster.hasNearCaches()) {
            return copies(telling.apply(behind), Optional.empty(), Hearing.NONE);
        }
        var life = cluster.nearTimeToLive().orElse(Duration.ZERO);
        var near =
                new NearCache(
                        tasks, cluster.nearCapacity(), life, strategy.eviction(), evicted, order);
        var observed = observedNear(near, life);
        var hearing = ears.of(near, observed);
        var tiers = new TieredCache(observed, behind, hearing, strategy.has(Fix.NEAR_PLACEHOLDER));
        return copies(telling.apply(tiers), Optional.of(observed), hearing);
    }

    private Hearing events(
            Strategy strategy, Announcer announcer, NearCache near, CacheStore observed) {
        return new EventHearing(
                bus,
                tasks,
                node,
                announcer,
                near,
                observed,
                events,
                strategy.has(Fix.FLUSH_ON_GAP));
    }

    private Copies tagSets() {
        return copies(
                observed(new TagSetCache(shared, stores.tagSets(), events)),
                Optional.empty(),
                Hearing.NONE);
    }

    private Copies copies(CacheStore cache, Optional<CacheStore> near, Hearing hearing) {
        return new Copies(cache, observed(ungraced), near, hearing, UnaryOperator.identity());
    }

    private TaggedCache tagged(CacheStore cache, Strategy strategy) {
        return new TaggedCache(
                cache,
                versions(strategy),
                events,
                strategy.has(Fix.VERSION_BEFORE_LOAD),
                strategy.has(Fix.BUMP_LAST));
    }

    private VersionedKeyCache versioned(CacheStore cache, Strategy strategy) {
        return new VersionedKeyCache(
                cache,
                versions(strategy),
                events,
                strategy.has(Fix.VERSION_BEFORE_LOAD),
                strategy.has(Fix.BUMP_LAST));
    }

    private Versions versions(Strategy strategy) {
        return new Versions(stores.marks(), fresh, tasks, strategy.has(Fix.UNIQUE_VERSIONS));
    }

    private <C extends CacheStore & Bumps> Copies judged(
            Strategy strategy, C cache, CacheStore expiring) {
        var plain = observed(cache);
        UnaryOperator<RecordStore> records =
                strategy.has(Fix.BUMP_LAST)
                        ? UnaryOperator.identity()
                        : writes -> new BumpingRecords(writes, cache);
        return new Copies(
                strategy.has(Fix.VERSION_BEFORE_LOAD) ? plain.judged() : plain,
                observed(expiring),
                Optional.empty(),
                Hearing.NONE,
                records);
    }

    private ObservedCache observed(CacheStore cache) {
        return new ObservedCache(cache, Tier.REDIS, calls, expiries);
    }

    private CacheStore observedNear(NearCache near, Duration life) {
        var conditions = stores.nearConditions();
        var met = conditions.isPresent() ? new FaultyCache(near, conditions.get(), tasks) : near;
        return new ObservedCache(met, Tier.NEAR_CACHE, calls, new ExpiryMemory(life));
    }

    private Hearing tracking(NearCache near, CacheStore observed) {
        return new TrackingHearing(
                stores.tracking().orElseThrow(), tasks, node, near, observed, events);
    }
}
