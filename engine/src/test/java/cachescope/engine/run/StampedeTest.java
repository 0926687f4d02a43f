package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What guards do against stampedes, in figures: simulated runs of one hot key. */
@Timeout(60)
class StampedeTest {
    private static final int SEEDS = 8;
    private static final int HERD = 1_000;
    private static final Duration TIME_TO_LIVE = PoissonReaders.TIME_TO_LIVE;
    private static final Duration LOAD = PoissonReaders.LOAD;

    private static final Strategy STRATEGY =
            Strategy.DEFAULT
                    .withTimeToLive(TIME_TO_LIVE)
                    .withConcurrency(2 * HERD)
                    .withConditions(
                            Conditions.DEFAULT.withLatency(
                                    LatencyModel.DEFAULT
                                            .with(Tier.REDIS, new Fixed(Duration.ofNanos(200_000)))
                                            .with(Tier.DATABASE, new Fixed(LOAD))));

    private static Strategy guarded(GuardName guard) {
        return STRATEGY.withGuard(STRATEGY.guard().withName(guard));
    }

    /** Requests come when the recording says. */
    private static Plan plan(Strategy strategy, List<Request> requests) {
        return Plan.of(strategy, MemoryTraffic.of(requests)).withSpeed(1);
    }

    /** How many loads begin when so many read at once a key that has just expired. */
    private static long loadsOfAHerd(GuardName guard, int nodes) throws Exception {
        var strategy = guarded(guard).withCluster(STRATEGY.cluster().withNodes(nodes));
        var requests = new ArrayList<Request>();
        requests.add(Request.of(0, Operation.READ, "hot"));
        long expired = TIME_TO_LIVE.plus(LOAD).plusMillis(10).toNanos();
        requests.addAll(Collections.nCopies(HERD, Request.of(expired, Operation.READ, "hot")));
        var outcome = Outcome.simulated(plan(strategy, requests));
        LogCheck.check(outcome);
        assertThat(outcome.report().failures()).isEmpty();
        return outcome.report().recordReads() - 1;
    }

    @Test
    void withoutAGuardEveryReaderOfTheHerdLoads() throws Exception {
        assertThat(loadsOfAHerd(GuardName.NONE, 1)).isEqualTo(HERD);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "LEASE", "LOCKED_XFETCH", "BACKGROUND"})
    void withAGuardThatChoosesOneReaderOfTheHerdLoads(GuardName guard) throws Exception {
        assertThat(loadsOfAHerd(guard, 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "LEASE", "LOCKED_XFETCH"})
    void overThreeNodesThatIsStillOneOfAll(GuardName guard) throws Exception {
        assertThat(loadsOfAHerd(guard, 3)).isEqualTo(1);
    }

    @Test
    void theBackgroundGuardRefreshesOnceInEachNode() throws Exception {
        assertThat(loadsOfAHerd(GuardName.BACKGROUND, 3)).isBetween(1L, 3L);
    }

    private static Outcome poisson(GuardName guard, long seed) throws Exception {
        return Outcome.simulated(
                plan(guarded(guard), PoissonReaders.requests(seed)).withSeed(seed));
    }

    private static double loadsAnExpiry(GuardName guard) throws Exception {
        var loads = new PoissonReaders.Loads();
        for (long seed = 1; seed <= SEEDS; seed++) {
            loads.add(poisson(guard, seed));
        }
        assertThat(loads.expiries()).isGreaterThan(SEEDS * 13);
        return loads.perExpiry();
    }

    @Test
    void withoutAGuardAsManyLoadAsArriveDuringALoad() throws Exception {
        assertThat(loadsAnExpiry(GuardName.NONE))
                .isCloseTo(PoissonReaders.EXPECTED_WITHOUT_A_GUARD, within(2.0));
    }

    /** 120 draws of a geometric distribution of this mean have one that is off by 0.2. */
    @Test
    void withXFetchETimesAsManyLoad() throws Exception {
        assertThat(loadsAnExpiry(GuardName.XFETCH)).isCloseTo(Math.E, within(0.6));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "LEASE", "LOCKED_XFETCH", "BACKGROUND"})
    void withAGuardThatChoosesOneLoadsAtEachExpiry(GuardName guard) throws Exception {
        assertThat(loadsAnExpiry(guard)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"XFETCH", "LOCKED_XFETCH"})
    void noReaderMissesWhenLoadsComeEarly(GuardName guard) throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            var outcome = poisson(guard, seed);
            assertThat(PoissonReaders.missesAfterTheFirst(outcome)).isZero();
            assertThat(outcome.report().earlyRefreshes()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameRun(GuardName guard) throws Exception {
        var strategy =
                guarded(guard)
                        .withTimeToLive(Duration.ofMillis(700))
                        .withCluster(STRATEGY.cluster().withNodes(3));
        var requests =
                LongStream.range(0, 500)
                        .mapToObj(i -> Request.of(i * 7_000_000, Operation.READ, "hot"))
                        .toList();
        var plan = plan(strategy, requests);

        assertThat(Outcome.simulated(plan).events()).isEqualTo(Outcome.simulated(plan).events());
    }
}
