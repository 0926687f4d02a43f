package cachescope.engine.run;

import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Traffic;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
 * @param disturbances what goes wrong on purpose during the run, in the order of their times
 * @param reorders whether the log tells each move within the order of a cache. It holds for the
 *     whole run: a branch is compared with its trunk event by event, and a move can only be
 *     followed from an order that is known
 */
public record Plan(
        Strategy strategy,
        Traffic traffic,
        double speed,
        long limit,
        long seed,
        boolean emptyDatabase,
        List<PlannedChange> changes,
        List<PlannedDisturbance> disturbances,
        boolean reorders) {

    public Plan {
        changes = List.copyOf(changes);
        disturbances = List.copyOf(disturbances);
    }

    /**
     * A plan in which nothing goes wrong on purpose, beside the faults of the strategy, and whose
     * log does not tell of moves within the order of a cache.
     */
    public Plan(
            Strategy strategy,
            Traffic traffic,
            double speed,
            long limit,
            long seed,
            boolean emptyDatabase,
            List<PlannedChange> changes) {
        this(strategy, traffic, speed, limit, seed, emptyDatabase, changes, List.of(), false);
    }

    /** A plan for the whole traffic at full speed. */
    public static Plan of(Strategy strategy, Traffic traffic) {
        return new Plan(strategy, traffic, Pace.MAX, Long.MAX_VALUE, 1, false, List.of());
    }

    public Plan withSpeed(double newSpeed) {
        return new Plan(
                strategy,
                traffic,
                newSpeed,
                limit,
                seed,
                emptyDatabase,
                changes,
                disturbances,
                reorders);
    }

    public Plan withSeed(long newSeed) {
        return new Plan(
                strategy,
                traffic,
                speed,
                limit,
                newSeed,
                emptyDatabase,
                changes,
                disturbances,
                reorders);
    }

    /** The same plan, whose log tells each move within the order of a cache or does not. */
    public Plan withReorders(boolean told) {
        return new Plan(
                strategy, traffic, speed, limit, seed, emptyDatabase, changes, disturbances, told);
    }

    /** Throws, with a sentence, if something is to go wrong with a node that there never is. */
    void refuseMissingNodes() throws RunException {
        int most =
                Stream.concat(Stream.of(strategy), changes.stream().map(PlannedChange::strategy))
                        .mapToInt(each -> each.cluster().nodes())
                        .max()
                        .orElseThrow();
        var names = IntStream.rangeClosed(1, most).mapToObj(ApplicationNodes::name).toList();
        for (var planned : disturbances) {
            if (planned.disturbance() instanceof Disturbance.OfNode some
                    && !names.contains(some.node())) {
                throw RunException.wrongInput(
                        "trouble '%s': there is no such node, expected one of %s"
                                .formatted(planned.disturbance().words(), String.join(", ", names)),
                        null);
            }
        }
    }

    /** The same plan with these changes and no others. */
    public Plan withChanges(List<PlannedChange> newChanges) {
        return with(strategy, newChanges, disturbances);
    }

    /** The same plan with these disturbances and no others. */
    public Plan withDisturbances(List<PlannedDisturbance> newDisturbances) {
        return with(strategy, changes, newDisturbances);
    }

    private Plan with(
            Strategy first,
            List<PlannedChange> newChanges,
            List<PlannedDisturbance> newDisturbances) {
        return new Plan(
                first,
                traffic,
                speed,
                limit,
                seed,
                emptyDatabase,
                newChanges,
                newDisturbances,
                reorders);
    }

    /** The same traffic by the same strategy up to a time, and by another one from then on. */
    public Plan branch(long at, Strategy next) {
        if (at <= 0) {
            return with(next, List.of(), disturbances);
        }
        var before = changes.stream().filter(change -> change.at() < at);
        return withChanges(Stream.concat(before, Stream.of(new PlannedChange(at, next))).toList());
    }

    /** The same plan, in which one more thing goes wrong. */
    public Plan branch(long at, Disturbance disturbance) {
        var one = new PlannedDisturbance(Math.max(0, at), disturbance);
        return withDisturbances(
                Stream.concat(disturbances.stream(), Stream.of(one))
                        .sorted(Comparator.comparingLong(PlannedDisturbance::at))
                        .toList());
    }
}
