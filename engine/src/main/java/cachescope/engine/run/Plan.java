package cachescope.engine.run;

import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Traffic;

/**
 * What to run: strategy, traffic, and how fast.
 *
 * @param speed recorded seconds in one second; 0 is as fast as possible
 * @param limit stop after so many requests
 * @param seed of all that is drawn at random
 * @param emptyDatabase whether the run starts with no records, instead of one of version 1 for
 *     every key of the traffic
 */
public record Plan(
        Strategy strategy,
        Traffic traffic,
        double speed,
        long limit,
        long seed,
        boolean emptyDatabase) {

    /** A plan for the whole traffic at full speed. */
    public static Plan of(Strategy strategy, Traffic traffic) {
        return new Plan(strategy, traffic, Pace.MAX, Long.MAX_VALUE, 1, false);
    }

    public Plan withSpeed(double newSpeed) {
        return new Plan(strategy, traffic, newSpeed, limit, seed, emptyDatabase);
    }
}
