package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Redis stops under nodes that tell each other of their writes, and goes on again. */
@Timeout(60)
class PausedRedisTest {
    private static final Duration NEAR_LIFE = Duration.ofSeconds(2);
    private static final Duration START = Duration.ofSeconds(3);
    private static final Duration AFTERWARDS = Duration.ofSeconds(20);
    private static final int PER_SECOND = 100;

    private static Strategy strategy() {
        var events = CopyRace.EVENTS;
        return events.withCluster(events.cluster().withNearTimeToLive(Optional.of(NEAR_LIFE)));
    }

    /** A few keys are read and written by all nodes before, while and after Redis is paused. */
    private static Outcome run(Strategy strategy, Duration pause, long seed) throws Exception {
        var random = RandomStream.of(seed, "paused");
        long end = START.plus(pause).plus(AFTERWARDS).toNanos();
        var requests = new ArrayList<Request>();
        for (double at = 0;
                at < end;
                at -= StrictMath.log(1 - random.nextDouble()) / PER_SECOND * 1e9) {
            var operation = random.nextInt(20) == 0 ? Operation.WRITE : Operation.READ;
            requests.add(Request.of((long) at, operation, "key " + random.nextInt(4)));
        }
        var plan =
                Plan.of(strategy, MemoryTraffic.of(requests))
                        .withSpeed(1)
                        .withSeed(seed)
                        .withDisturbances(
                                List.of(
                                        new PlannedDisturbance(
                                                START.toNanos(),
                                                new Disturbance.PauseRedis(pause))));
        return Outcome.simulated(plan);
    }

    /** When the last connection was made again, and Redis went on. */
    private static long healed(Outcome outcome, Duration pause) {
        return outcome.stream(Event.SubscriptionMade.class)
                .mapToLong(Event.SubscriptionMade::at)
                .reduce(START.plus(pause).toNanos(), Math::max);
    }

    @ParameterizedTest
    @CsvSource({"PT0.5S", "PT3S", "PT15S"})
    void aNearCopyIsNotOldForLongerThanItsTimeAfterRedisGoesOn(Duration pause) throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            for (var strategy : List.of(strategy(), strategy().without(Fix.FLUSH_ON_GAP))) {
                var outcome = run(strategy, pause, seed);
                long healed = healed(outcome, pause);
                assertThat(healed).isLessThan(START.plus(pause).plusSeconds(10).toNanos());
                assertThat(NearStaleness.longestSince(healed, outcome.events()))
                        .as("seed %s", seed)
                        .isLessThanOrEqualTo(NEAR_LIFE);
            }
        }
    }
}
