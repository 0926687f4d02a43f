package cachescope.engine.run;

import cachescope.engine.event.Tier;
import cachescope.engine.eviction.OrderListener;
import cachescope.engine.port.Commits;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.MessageLosses;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.faulty.FaultyBus;
import cachescope.engine.port.faulty.FaultyCache;
import cachescope.engine.port.faulty.FaultyLeases;
import cachescope.engine.port.faulty.FaultyLocks;
import cachescope.engine.port.faulty.FaultyMarks;
import cachescope.engine.port.faulty.FaultyRecords;
import cachescope.engine.port.faulty.FaultyTagSets;
import cachescope.engine.simulation.SimulatedBus;
import cachescope.engine.simulation.SimulatedCache;
import cachescope.engine.simulation.SimulatedKeySpace;
import cachescope.engine.simulation.SimulatedLeases;
import cachescope.engine.simulation.SimulatedLocks;
import cachescope.engine.simulation.SimulatedMarks;
import cachescope.engine.simulation.SimulatedRecords;
import cachescope.engine.simulation.SimulatedTagSets;
import cachescope.engine.simulation.TierConditions;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.structure.Structures;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A simulated cache and simulated records of one run, under the conditions of its strategy. */
final class SimulatedStores implements Stores {
    private final SimulatedCache memory;
    private final SimulatedMarks marks = new SimulatedMarks();
    private final SimulatedTagSets sets = new SimulatedTagSets();
    private final TierConditions redis;
    private final TierConditions database;
    private final TierConditions memoryOfNodes;
    private final Tasks tasks;
    private final NodeStores shared;
    private final SimulatedLocks locks;
    private final SimulatedLeases leases;
    private final SimulatedBench bench;
    private final RecordStore records;
    private Conditions conditions = Conditions.DEFAULT;
    private @Nullable SimulatedBus wires;

    SimulatedStores(Tasks tasks, Commits commits, Function<String, Optional<String>> baseline) {
        this.memory = new SimulatedCache(tasks::now);
        this.redis = new TierConditions(Tier.REDIS, tasks);
        this.database = new TierConditions(Tier.DATABASE, tasks);
        this.memoryOfNodes = new TierConditions(Tier.NEAR_CACHE, tasks);
        this.tasks = tasks;
        this.locks = new SimulatedLocks(tasks::now);
        this.leases = new SimulatedLeases(memory, tasks::now);
        this.bench = new SimulatedBench(tasks);
        this.shared =
                new NodeStores(
                        new FaultyCache(memory, redis, tasks),
                        new FaultyLocks(locks, redis, tasks),
                        new FaultyLeases(leases, redis, tasks),
                        new FaultyMarks(marks, redis, tasks),
                        new FaultyTagSets(sets, redis, tasks),
                        Optional.empty(),
                        Optional.of(memoryOfNodes));
        this.records = new FaultyRecords(new SimulatedRecords(commits, baseline), database, tasks);
    }

    /** All nodes have the same: a connection is nothing here. */
    @Override
    public NodeStores node(String name) {
        return shared;
    }

    @Override
    public RecordStore records() {
        return records;
    }

    @Override
    public void watch(@Nullable OrderListener<String> listener) {
        memory.watch(listener);
    }

    @Override
    public void meet(Strategy strategy) {
        var conditions = strategy.conditions();
        memory.evictBy(strategy.eviction(), tasks.random("eviction of the cache"));
        marks.evictBy(strategy.eviction(), tasks.random("eviction of versions"));
        memory.resize(conditions.cacheCapacity());
        marks.resize(conditions.cacheCapacity());
        redis.change(conditions);
        database.change(conditions);
        memoryOfNodes.change(conditions);
        changeWires(conditions);
        bench.meet(conditions);
    }

    @Override
    public KeySpace keySpace() {
        return SimulatedKeySpace.of(memory, locks, leases, marks, sets, bench.memory());
    }

    @Override
    public Structures structures() {
        return bench.structures();
    }

    @Override
    public MessageBus bus(MessageLosses losses) {
        var made = new SimulatedBus(tasks, losses);
        made.change(conditions);
        wires = made;
        return new FaultyBus(made, redis, tasks);
    }

    private void changeWires(Conditions next) {
        conditions = next;
        if (wires != null) {
            wires.change(next);
        }
    }

    @Override
    public Optional<String> reasonAgainstPausing() {
        return Optional.empty();
    }

    @Override
    public void pauseCache(Duration time) {
        redis.pause(time);
    }

    /** Ends the time of the structures; all the rest is memory. */
    @Override
    public void close() {
        bench.close();
    }
}
