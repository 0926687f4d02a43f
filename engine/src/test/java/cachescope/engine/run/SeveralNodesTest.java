package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.strategy.Balancer;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.FaultText;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs on several application nodes. */
@Timeout(60)
class SeveralNodesTest {
    private static final Strategy THREE =
            Strategy.DEFAULT.withCluster(Cluster.DEFAULT.withNodes(3));

    private static Plan plan(Strategy strategy) {
        return Plan.of(
                        strategy,
                        MemoryTraffic.of(
                                IntStream.range(0, 300)
                                        .mapToObj(number ->
                                                Request.of(
                                                        Duration.ofMillis(10L * number).toNanos(),
                                                        number % 5 == 0
                                                                ? Operation.WRITE
                                                                : Operation.READ,
                                                        "key " + number % 7))
                                        .toList()))
                .withSpeed(1);
    }

    private static Strategy faulty(Strategy strategy, String... faults) throws StrategyException {
        var rules = new ArrayList<FaultRule>();
        for (var fault : faults) {
            rules.add(FaultText.parse(fault));
        }
        return strategy.withConditions(strategy.conditions().withFaults(rules));
    }

    private static Map<String, Long> served(Outcome outcome) {
        return outcome.stream(Event.RequestEnded.class)
                .filter(end -> end.failure() == null)
                .collect(Collectors.groupingBy(Event.RequestEnded::node, Collectors.counting()));
    }

    @ParameterizedTest
    @EnumSource(value = PatternName.class, mode = EnumSource.Mode.EXCLUDE, names = "WRITE_BEHIND")
    void roundRobinGivesEachNodeItsTurnAndAllAddsUp(PatternName pattern) throws Exception {
        var outcome = Outcome.simulated(plan(THREE.withPattern(pattern)));
        LogCheck.check(outcome);
        assertThat(served(outcome)).isEqualTo(Map.of("app-1", 100L, "app-2", 100L, "app-3", 100L));
    }

    @Test
    void oneKeyIsServedByOneNodeWhereTheKeyDecides() throws Exception {
        var byKey = THREE.withCluster(THREE.cluster().withBalancer(Balancer.KEY));
        var outcome = Outcome.simulated(plan(byKey));
        var nodes =
                outcome.stream(Event.RequestEnded.class)
                        .collect(
                                Collectors.groupingBy(
                                        Event.RequestEnded::key,
                                        Collectors.mapping(
                                                Event.RequestEnded::node, Collectors.toSet())));
        assertThat(nodes.values()).hasSize(7).allMatch(ofKey -> ofKey.size() == 1);
        assertThat(served(outcome)).hasSizeGreaterThan(1);
    }

    @Test
    void whatANodeThatIsDownWouldGetTheOthersServe() throws Exception {
        var outcome = Outcome.simulated(plan(faulty(THREE, "node 2 killed 1s..2s")));
        LogCheck.check(outcome);
        var whileDown =
                outcome.stream(Event.RequestEnded.class)
                        .filter(end -> end.startedAt() > 1_001_000_000 && end.at() < 1_999_000_000)
                        .toList();
        assertThat(whileDown).hasSizeGreaterThan(80);
        assertThat(whileDown).allMatch(end -> end.failure() == null);
        assertThat(whileDown).extracting(Event.RequestEnded::node).doesNotContain("app-2");
        assertThat(served(outcome).get("app-2")).isBetween(50L, 75L);
    }

    @Test
    void withoutAnyNodeRequestsFailUntilOneIsBack() throws Exception {
        var outcome =
                Outcome.simulated(
                        plan(
                                faulty(
                                        THREE,
                                        "node 1 killed 1s..2s",
                                        "node 2 killed 1s..2s",
                                        "node 3 killed 1s..2s")));
        LogCheck.check(outcome);
        assertThat(outcome.report().failures().get(Service.NO_NODE)).isBetween(95L, 105L);
    }

    @Test
    void nodesComeAndGoWithTheStrategy() throws Exception {
        var changes =
                List.of(
                        new PlannedChange(1_000_000_000, THREE),
                        new PlannedChange(2_000_000_000, Strategy.DEFAULT));
        var outcome = Outcome.simulated(plan(Strategy.DEFAULT).withChanges(changes));
        LogCheck.check(outcome);
        var served = served(outcome);
        assertThat(served).containsOnlyKeys("app-1", "app-2", "app-3");
        assertThat(served.get("app-2")).isBetween(25L, 40L);
        assertThat(
                        outcome.stream(Event.RequestEnded.class)
                                .filter(end -> end.startedAt() > 2_200_000_000L))
                .extracting(Event.RequestEnded::node)
                .containsOnly("app-1");
    }

    @Test
    void eachNodeOfTheLiveWorldReadsTheSharedCacheOverConnectionsOfItsOwn() throws Exception {
        try (var world = LiveWorld.open(LiveOptions.BUNDLED)) {
            var outcome = Outcome.in(world, plan(THREE).withSpeed(Pace.MAX));
            LogCheck.check(outcome);
            assertThat(served(outcome)).hasSize(3);
            assertThat(outcome.report().hits()).isPositive();
        }
    }
}
