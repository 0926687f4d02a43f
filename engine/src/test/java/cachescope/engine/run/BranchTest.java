package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.LoggedTraffic;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.generator.GeneratedTraffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class BranchTest {
    private static final Strategy TRUNK =
            Strategy.DEFAULT.withTimeToLive(Duration.ofMillis(400)).withConcurrency(16);
    private static final Traffic TRAFFIC =
            GeneratedTraffic.flashSale(3, 1_500, Duration.ofSeconds(3));
    private static final long AT = 1_700_000_000L;

    @ParameterizedTest
    @EnumSource
    void aBranchIsTheSameRunUpToItsTimeAndThenGoesItsOwnWay(PatternName next) throws Exception {
        var trunk = Plan.of(TRUNK, TRAFFIC).withSpeed(1);
        var differences = new ArrayList<String>();
        try (var world = new SimulatedWorld();
                var trunkLog = new EventLog();
                var branchLog = new EventLog()) {
            play(trunk, world, trunkLog);
            branchLog.observe(new PrefixCheck(trunkLog, AT, differences::add));
            play(
                    trunk.branch(AT, TRUNK.withPattern(next).withTimeToLive(Duration.ofSeconds(9))),
                    world,
                    branchLog);

            assertThat(differences).isEmpty();
            var changes =
                    events(branchLog).stream()
                            .filter(Event.StrategyChanged.class::isInstance)
                            .toList();
            assertThat(changes).hasSize(1);
            assertThat(changes.getFirst().at()).isGreaterThanOrEqualTo(AT);
            assertThat(events(branchLog)).isNotEqualTo(events(trunkLog));
        }
    }

    @Test
    void aBranchOfAnotherSeedIsFoundOut() throws Exception {
        var trunk = Plan.of(TRUNK, TRAFFIC).withSpeed(1);
        var differences = new ArrayList<String>();
        try (var world = new SimulatedWorld();
                var trunkLog = new EventLog();
                var branchLog = new EventLog()) {
            play(trunk, world, trunkLog);
            branchLog.observe(new PrefixCheck(trunkLog, AT, differences::add));
            play(trunk.withSeed(2).branch(AT, TRUNK), world, branchLog);

            assertThat(differences)
                    .containsExactly(
                            "The branch is not the same run up to where it branches off: event 0 differs.");
        }
    }

    @Test
    void aBranchOfABranchKeepsTheChangesBeforeIt() {
        var other = TRUNK.withPattern(PatternName.NO_CACHE);
        var plan = Plan.of(TRUNK, TRAFFIC).branch(100, other).branch(300, TRUNK).branch(200, TRUNK);
        assertThat(plan.changes())
                .containsExactly(new PlannedChange(100, other), new PlannedChange(200, TRUNK));
        assertThat(plan.branch(0, other).strategy()).isEqualTo(other);
        assertThat(plan.branch(0, other).changes()).isEmpty();
    }

    @Test
    void theTrafficOfASimulatedLogIsTheTrafficThatWentIn() throws Exception {
        try (var world = new SimulatedWorld();
                var log = new EventLog();
                var again = new EventLog()) {
            play(Plan.of(TRUNK, TRAFFIC).withSpeed(1), world, log);
            play(Plan.of(TRUNK, new LoggedTraffic("again", log)).withSpeed(1), world, again);

            assertThat(events(again).subList(1, events(again).size()))
                    .isEqualTo(events(log).subList(1, events(log).size()));
        }
    }

    private static void play(Plan plan, World world, EventLog log) throws Exception {
        try (var run = Run.prepare(plan, world, log)) {
            run.start();
            run.await();
            assertThat(run.progress().state()).isEqualTo(Progress.State.COMPLETE);
        }
    }

    private static List<Event> events(EventLog log) {
        var events = new ArrayList<Event>();
        log.read(0, Integer.MAX_VALUE, events::add);
        return events;
    }
}
