package cachescope.engine.strategy;

import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.latency.LatencyModel;
import java.util.List;

/**
 * What a strategy meets in the simulated world, where all of it can be chosen.
 *
 * @param latency how long calls take
 * @param faults what goes wrong
 * @param cacheCapacity the most entries in the shared cache; 0 for as many as come
 */
public record Conditions(LatencyModel latency, List<FaultRule> faults, int cacheCapacity) {
    public static final Conditions DEFAULT = new Conditions(LatencyModel.DEFAULT, List.of(), 0);

    public Conditions {
        faults = List.copyOf(faults);
    }

    public Conditions withLatency(LatencyModel newLatency) {
        return new Conditions(newLatency, faults, cacheCapacity);
    }

    public Conditions withFaults(List<FaultRule> newFaults) {
        return new Conditions(latency, newFaults, cacheCapacity);
    }

    public Conditions withCacheCapacity(int newCacheCapacity) {
        return new Conditions(latency, faults, newCacheCapacity);
    }
}
