package cachescope.engine.run;

import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Traffic;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to run: strategy, traffic, and how fast.
 *
 * @param speed recorded seconds in one second; 0 is as fast as possible. The simulated world takes
 *     recorded time as it is: 1
 * @param limit stop after so many requests
 * @param seed of all that is drawn at random
 * @param emptyDatabase whether the run starts with no records, instead of one of version 1 for
 *     every key of the traffic
 * @param changes the strategy's changes during the run, in the order of their times
 */
public record Plan(
        Strategy strategy,
        Traffic traffic,
        double speed,
        long limit,
        long seed,
        boolean emptyDatabase,
        List<PlannedChange> changes) {

    public Plan {
        changes = List.copyOf(changes);
    }

    /** A plan for the whole traffic at full speed. */
    public static Plan of(Strategy strategy, Traffic traffic) {
        return new Plan(strategy, traffic, Pace.MAX, Long.MAX_VALUE, 1, false, List.of());
    }

    public Plan withSpeed(double newSpeed) {
        return new Plan(strategy, traffic, newSpeed, limit, seed, emptyDatabase, changes);
    }

    public Plan withSeed(long newSeed) {
        return new Plan(strategy, traffic, speed, limit, newSeed, emptyDatabase, changes);
    }

    /** The same plan with these changes and no others. */
    public Plan withChanges(List<PlannedChange> newChanges) {
        return new Plan(strategy, traffic, speed, limit, seed, emptyDatabase, newChanges);
    }

    /** The same traffic by the same strategy up to a time, and by another one from then on. */
    public Plan branch(long at, Strategy next) {
        if (at <= 0) {
            return new Plan(next, traffic, speed, limit, seed, emptyDatabase, List.of());
        }
        var before = changes.stream().filter(change -> change.at() < at);
        return withChanges(Stream.concat(before, Stream.of(new PlannedChange(at, next))).toList());
    }
}
