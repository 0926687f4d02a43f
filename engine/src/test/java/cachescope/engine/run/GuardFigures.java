package cachescope.engine.run;

import cachescope.engine.event.Tier;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import java.time.Duration;

/**
 * Runs the readers of one hot key by every guard, in the simulated world and in the live one with
 * all times divided by ten, and prints how many loads there are for each expiry, and how many
 * readers missed after the first load. Takes half a minute a guard.
 *
 * <pre>
 * mvn -q -Pjmh -pl engine test-compile exec:exec \
 *     -Dbenchmark.main=cachescope.engine.run.GuardFigures -Dbenchmark=1
 * </pre>
 */
final class GuardFigures {
    private static final double LIVE_SPEED = 10;

    private GuardFigures() {}

    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
        System.out.println(
                "%-16s %-10s %9s %17s %13s"
                        .formatted(
                                "guard", "world", "expiries", "loads per expiry", "later misses"));
        for (var guard : GuardName.values()) {
            tell(guard, "simulated", Outcome.simulated(simulated(guard, seed)), 1);
            try (var world = LiveWorld.open(LiveOptions.BUNDLED)) {
                tell(guard, "live", Outcome.in(world, live(guard, seed)), LIVE_SPEED);
            }
        }
        System.exit(0);
    }

    private static void tell(GuardName guard, String world, Outcome outcome, double speed) {
        var loads = new PoissonReaders.Loads(speed);
        loads.add(outcome);
        System.out.println(
                "%-16s %-10s %9d %17.2f %13d"
                        .formatted(
                                guard.label(),
                                world,
                                loads.expiries(),
                                loads.perExpiry(),
                                PoissonReaders.missesAfterTheFirst(outcome)));
    }

    private static Plan simulated(GuardName guard, long seed) {
        var latencies =
                LatencyModel.DEFAULT
                        .with(Tier.REDIS, new Fixed(Duration.ofNanos(200_000)))
                        .with(Tier.DATABASE, new Fixed(PoissonReaders.LOAD));
        return plan(
                guarded(guard).withConditions(Conditions.DEFAULT.withLatency(latencies)), 1, seed);
    }

    private static Plan live(GuardName guard, long seed) {
        return plan(guarded(guard).withDatabaseDelay(PoissonReaders.LOAD), LIVE_SPEED, seed);
    }

    private static Strategy guarded(GuardName guard) {
        return Strategy.DEFAULT
                .withTimeToLive(PoissonReaders.TIME_TO_LIVE)
                .withConcurrency(1_000)
                .withGuard(Strategy.DEFAULT.guard().withName(guard));
    }

    private static Plan plan(Strategy strategy, double speed, long seed) {
        var traffic = MemoryTraffic.of(PoissonReaders.requests(seed));
        return Plan.of(strategy, traffic).withSpeed(speed).withSeed(seed);
    }
}
