package cachescope.engine.run;

import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.FaultText;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.InvalidationPolicy;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.latency.Uniform;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A race of what several nodes keep, or of what copies are judged by: a strategy under which it can
 * happen, and the fix that removes it. A few keys are read and written by many at once; then all is
 * quiet until tombstones are gone; then each node writes something else; and then each node reads
 * each key once more.
 */
record CopyRace(String name, Fix fix, Strategy strategy) {
    static final int NODES = 3;
    private static final int KEYS = 3;
    private static final int BUSY = 120;
    private static final long SPACING_MAX = Duration.ofMillis(12).toNanos();
    private static final long QUIET = Duration.ofSeconds(15).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Three nodes. */
    private static final Strategy SEVERAL =
            Race.FOR_EVER.withCluster(Cluster.DEFAULT.withNodes(NODES));

    /** Three nodes with near caches that tell each other of their writes. */
    static final Strategy EVENTS =
            SEVERAL.withCluster(SEVERAL.cluster().withNearCapacity(10))
                    .withInvalidation(by(InvalidationName.EVENT));

    /** Three nodes whose copies are judged by versions. */
    static Strategy judged(InvalidationName name) {
        return SEVERAL.withInvalidation(by(name));
    }

    static InvalidationPolicy by(InvalidationName name) {
        return InvalidationPolicy.DEFAULT.withName(name);
    }

    static List<CopyRace> all() throws StrategyException {
        return List.of(
                new CopyRace(
                        "near-cache fill",
                        Fix.NEAR_PLACEHOLDER,
                        uneven(EVENTS.withOnWrite(OnWrite.UPDATE))),
                new CopyRace(
                        "lost message",
                        Fix.FLUSH_ON_GAP,
                        failing(EVENTS, "messages lost 50% 0s..10s")),
                new CopyRace("tag race", Fix.VERSION_BEFORE_LOAD, judged(InvalidationName.TAG)),
                new CopyRace(
                        "version race", Fix.VERSION_BEFORE_LOAD, judged(InvalidationName.VERSION)),
                new CopyRace("tag bump race", Fix.BUMP_LAST, judged(InvalidationName.TAG)),
                new CopyRace("version bump race", Fix.BUMP_LAST, judged(InvalidationName.VERSION)));
    }

    /** The same where one call to Redis may take two hundred times as long as another. */
    private static Strategy uneven(Strategy strategy) {
        var redis = new Uniform(Duration.ofNanos(100_000), Duration.ofMillis(20));
        var conditions = strategy.conditions();
        return strategy.withConditions(
                conditions.withLatency(conditions.latency().with(Tier.REDIS, redis)));
    }

    /** The same strategy with something that goes wrong. */
    static Strategy failing(Strategy strategy, String fault) throws StrategyException {
        var faults = new ArrayList<>(strategy.conditions().faults());
        faults.add(FaultText.parse(fault));
        return strategy.withConditions(strategy.conditions().withFaults(faults));
    }

    /** A run by a seed, with or without the fix. */
    Plan plan(long seed, boolean fixed) {
        return plan(fixed ? strategy : strategy.without(fix), seed);
    }

    static Plan plan(Strategy strategy, long seed) {
        return plan(strategy, seed, UnaryOperator.identity());
    }

    /** A run by a seed, each request changed in some way. */
    static Plan plan(Strategy strategy, long seed, UnaryOperator<Request> change) {
        var random = RandomStream.of(seed, "race");
        var requests = new ArrayList<>(BusyPlan.mixed(random, BUSY, KEYS, SPACING_MAX));
        long at = requests.getLast().at() + QUIET;
        for (int node = 0; node < NODES; node++) {
            at += SECOND;
            requests.add(Request.of(at, Operation.WRITE, "something else"));
        }
        for (int key = 0; key < KEYS; key++) {
            for (int node = 0; node < NODES; node++) {
                at += SECOND;
                requests.add(Request.of(at, Operation.READ, "key " + key));
            }
        }
        requests.replaceAll(change);
        return Plan.of(strategy, MemoryTraffic.of(requests)).withSpeed(1).withSeed(seed);
    }

    /** Whether the last reads, when all has been quiet for long, are stale. */
    static boolean isStaleInTheEnd(Outcome outcome) {
        return Race.isStaleInTheEnd(outcome);
    }

    @Override
    public String toString() {
        return name + " (" + fix.label() + ")";
    }
}
