package cachescope.engine.run;

import cachescope.engine.event.Tier;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.faulty.FaultyStructures;
import cachescope.engine.simulation.SimulatedStructures;
import cachescope.engine.simulation.SimulatedTasks;
import cachescope.engine.simulation.TierConditions;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.structure.Structures;
import java.util.List;

/**
 * Simulated structures beside a simulated run, with a virtual time and random numbers of their own,
 * so that whoever tries them out changes nothing in the run. Their calls take what calls of the
 * run's Redis take, and none goes wrong.
 */
final class SimulatedBench implements AutoCloseable {
    private static final String STREAM = "structures";

    private final SimulatedTasks time;
    private final SimulatedStructures memory;
    private final TierConditions redis;

    SimulatedBench(Tasks run) {
        this.time = new SimulatedTasks(run.random(STREAM).nextLong());
        this.memory = new SimulatedStructures(time::now, key -> "structure:" + key);
        this.redis = new TierConditions(Tier.REDIS, time);
    }

    void meet(Conditions conditions) {
        redis.change(conditions.withFaults(List.of()));
    }

    SimulatedStructures memory() {
        return memory;
    }

    Structures structures() {
        return new Structures(new FaultyStructures(memory, redis, time), time);
    }

    @Override
    public void close() {
        time.close();
    }
}
