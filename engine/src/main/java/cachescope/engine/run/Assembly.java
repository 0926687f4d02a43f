package cachescope.engine.run;

import cachescope.engine.event.EventLog;
import cachescope.engine.expiry.AdaptiveExpiry;
import cachescope.engine.expiry.CountingCache;
import cachescope.engine.expiry.Expiry;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.expiry.JitteredExpiry;
import cachescope.engine.expiry.ReadCounts;
import cachescope.engine.pattern.CacheAside;
import cachescope.engine.pattern.NoCache;
import cachescope.engine.pattern.OwedInvalidations;
import cachescope.engine.pattern.Pattern;
import cachescope.engine.pattern.Ports;
import cachescope.engine.pattern.QueuedWrites;
import cachescope.engine.pattern.ReadThrough;
import cachescope.engine.pattern.RefreshAhead;
import cachescope.engine.pattern.WriteBehind;
import cachescope.engine.pattern.WriteThrough;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Glob;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.faulty.FaultyRecords;
import cachescope.engine.port.observed.Calls;
import cachescope.engine.port.observed.ExpiryMemory;
import cachescope.engine.port.observed.ObservedLeases;
import cachescope.engine.port.observed.ObservedLocks;
import cachescope.engine.port.observed.ObservedRecords;
import cachescope.engine.run.NodeCopies.Copies;
import cachescope.engine.stampede.Grace;
import cachescope.engine.stampede.Guard;
import cachescope.engine.stampede.Guards;
import cachescope.engine.stampede.LeasedCache;
import cachescope.engine.strategy.ExpiryName;
import cachescope.engine.strategy.ExpiryPolicy;
import cachescope.engine.strategy.Strategy;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Puts the patterns of one node together: the stores with their decorators round them, and what a
 * strategy asks for over these.
 */
final class Assembly {
    private final Stores stores;
    private final LeasedCache leased;
    private final Grace grace;
    private final Wires wires;
    private final NodeCopies nodeCopies;
    private final Guards guards;
    private final Tasks tasks;
    private final Calls calls;
    private final PatternEvents events;
    private final RandomGenerator jitter;
    private OwedInvalidations owed;
    private ReadCounts reads;
    private final String node;
    private @Nullable QueuedWrites queue;
    private volatile @Nullable Copies copies;

    /** {@code expiries} remembers what all nodes have written to the shared cache. */
    Assembly(
            Stores stores,
            String node,
            Tasks tasks,
            EventLog log,
            Calls calls,
            ExpiryMemory expiries,
            Wires wires,
            Orphans orphans,
            Reorders reorders) {
        this.stores = stores;
        this.wires = wires;
        this.tasks = tasks;
        this.calls = calls;
        var own = stores.node(node);
        this.leased = new LeasedCache(own.cache(), own.leases());
        this.grace = new Grace(leased, tasks);
        this.nodeCopies =
                new NodeCopies(
                        own,
                        grace,
                        leased,
                        wires.bus(),
                        calls,
                        expiries,
                        tasks,
                        node,
                        log,
                        orphans,
                        reorders);
        this.guards =
                new Guards(
                        node,
                        tasks,
                        new ObservedLocks(own.locks(), calls),
                        new ObservedLeases(own.leases(), calls),
                        new GuardEvents(log, tasks, node));
        this.events = new PatternEvents(log, tasks, node);
        this.owed = new OwedInvalidations(tasks);
        this.reads = new ReadCounts(tasks, ExpiryPolicy.DEFAULT.window());
        this.jitter = tasks.random("expiry at " + node);
        this.node = node;
    }

    /** Forgets what the patterns so far had in memory. */
    void forget() {
        reads = new ReadCounts(tasks, reads.window());
        owed = new OwedInvalidations(tasks);
    }

    /**
     * The pattern that a strategy asks for, its durations taken as they are. Blocks for one query.
     */
    Pattern pattern(Strategy strategy) throws DatabaseUnavailable {
        var records = stores.records();
        var slow = FaultyRecords.delayed(records, strategy.databaseDelay(), tasks);
        var plain = new ObservedRecords(slow, false, calls);
        var loads = new ObservedRecords(slow, true, calls);
        var made = nodeCopies.of(strategy);
        copies = made;
        if (!strategy.expiry().window().equals(reads.window())) {
            reads = new ReadCounts(tasks, strategy.expiry().window());
        }
        var ports =
                new Ports(
                        counted(made.cache(), strategy),
                        made.records().apply(plain),
                        loads::read,
                        tasks,
                        guard(strategy),
                        owed);
        var expiry = expiry(strategy);
        var pattern =
                switch (strategy.pattern()) {
                    case NO_CACHE -> new NoCache(plain);
                    case CACHE_ASIDE -> new CacheAside(ports, expiry, strategy);
                    case READ_THROUGH -> new ReadThrough(ports, expiry, strategy);
                    case WRITE_THROUGH -> new WriteThrough(ports, expiry, strategy);
                    case REFRESH_AHEAD -> new RefreshAhead(ports, expiry, strategy, events);
                    case WRITE_BEHIND -> {
                        var pending = new QueuedWrites(tasks, strategy, highestVersion(), events);
                        queue = pending;
                        yield new WriteBehind(ports, expiry, strategy, pending, events, node);
                    }
                };
        return new ListeningPattern(pattern, made.hearing());
    }

    private Expiry expiry(Strategy strategy) {
        var policy = strategy.expiry();
        var timeToLive = strategy.timeToLive();
        return switch (policy.name()) {
            case FIXED -> new FixedExpiry(timeToLive);
            case JITTERED -> new JitteredExpiry(timeToLive, policy.jitter(), jitter, tasks);
            case ADAPTIVE -> new AdaptiveExpiry(policy.steps(), reads);
        };
    }

    private CacheStore counted(CacheStore cache, Strategy strategy) {
        return strategy.expiry().name() == ExpiryName.ADAPTIVE
                ? new CountingCache(cache, reads)
                : cache;
    }

    /** Breaks the connections over which the node hears messages. */
    void cutSubscription() {
        var present = copies;
        if (present != null) {
            present.hearing().cut();
        }
    }

    /** Lets the next message to the node get lost. */
    void loseNextMessage() {
        wires.loseNext(node);
    }

    /** Lets the entry of a key in the shared cache expire now. */
    void expire(String key) {
        var present = copies;
        if (present == null) {
            return;
        }
        new ExpiringNow(present.expiring(), tasks).expire(key);
        try {
            if (present.near().isPresent()) {
                present.near().get().remove(key);
            }
        } catch (CacheUnavailable stopped) {
            return; // the node's memory goes with it
        }
    }

    /** Drops all keys that a pattern means, as the node drops what is written. */
    void drop(Glob glob) {
        var present = copies;
        if (present == null) {
            return;
        }
        try {
            present.cache().removeMatching(glob);
        } catch (CacheUnavailable lost) {
            return; // the log says so
        }
    }

    private Guard guard(Strategy strategy) {
        leased.follow(strategy.guard().name());
        grace.follow(strategy.guard().name());
        return guards.of(strategy);
    }

    /** Versions never repeat, not even those of writes that were lost with their queue. */
    private long highestVersion() throws DatabaseUnavailable {
        long given = queue == null ? 0 : queue.highestGiven();
        return Math.max(given, stores.records().highestVersion());
    }
}
