package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Removal;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.GuardPolicy;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong on purpose, in the simulated world. */
@Timeout(60)
class DisturbanceTest {
    private static final long SECOND = 1_000_000_000;

    /** Reads one key every 10 ms for 3 s. */
    private static Outcome run(Strategy strategy, Disturbance... atOneSecond) throws Exception {
        var requests =
                IntStream.range(0, 300)
                        .mapToObj(number ->
                                Request.of(
                                        Duration.ofMillis(10L * number).toNanos(),
                                        Operation.READ,
                                        "user:7"))
                        .toList();
        var plan =
                Plan.of(strategy, MemoryTraffic.of(requests))
                        .withSpeed(1)
                        .withDisturbances(
                                Arrays.stream(atOneSecond)
                                        .map(one -> new PlannedDisturbance(SECOND, one))
                                        .toList());
        var outcome = Outcome.simulated(plan);
        LogCheck.check(outcome);
        return outcome;
    }

    private static Strategy nodes(int nodes) {
        return Strategy.DEFAULT.withCluster(Cluster.DEFAULT.withNodes(nodes));
    }

    @Test
    void allThatIsDoneIsInTheLog() throws Exception {
        var outcome = run(nodes(2), new Disturbance.KillNode("app-2"));
        assertThat(outcome.all(Event.Disturbed.class))
                .singleElement()
                .satisfies(done -> {
                    assertThat(done.at()).isEqualTo(SECOND);
                    assertThat(done.what()).isEqualTo("app-2 is killed");
                });
    }

    @Test
    void troubleForANodeThatThereNeverIsIsRefused() {
        assertThatThrownBy(() -> run(nodes(2), new Disturbance.CutSubscription("app-3")))
                .isInstanceOf(RunException.class)
                .hasMessage(
                        "trouble 'the subscription of app-3 is cut': there is no such node, expected one of app-1, app-2");
    }

    @Test
    void aNodeThatIsKilledStaysDownUntilItIsLetStart() throws Exception {
        var killed = run(nodes(2), new Disturbance.KillNode("app-2"));
        assertThat(killed.all(Event.NodeStopped.class)).hasSize(1);
        assertThat(killed.all(Event.NodeStarted.class)).isEmpty();
        assertThat(killed.stream(Event.RequestEnded.class).filter(end -> end.startedAt() > SECOND))
                .isNotEmpty()
                .allMatch(end -> end.node().equals("app-1"));
        var plan =
                run(
                        nodes(2),
                        new Disturbance.KillNode("app-2"),
                        new Disturbance.StartNode("app-2"));
        assertThat(
                        plan.stream(Event.RequestEnded.class)
                                .filter(end -> end.startedAt() > SECOND * 2))
                .anyMatch(end -> end.node().equals("app-2"));
    }

    @Test
    void aKeyThatExpiresNowIsLoadedAgain() throws Exception {
        assertThat(run(Strategy.DEFAULT).report().recordReads()).isLessThan(20);
        var outcome = run(Strategy.DEFAULT, new Disturbance.ExpireKey("user:7"));
        assertThat(outcome.all(Event.CacheRemoved.class))
                .anyMatch(gone ->
                        gone.removal() == Removal.DELETED
                                && gone.key().equals("user:7")
                                && gone.at() > SECOND);
        assertThat(
                        outcome.stream(Event.RecordRead.class)
                                .filter(read -> read.load() && read.at() > SECOND))
                .isNotEmpty();
    }

    @Test
    void aKeyThatExpiresNowIsServedInItsGraceWhereItHasOne() throws Exception {
        var background = GuardPolicy.DEFAULT.withName(GuardName.BACKGROUND);
        var outcome =
                run(Strategy.DEFAULT.withGuard(background), new Disturbance.ExpireKey("user:7"));
        assertThat(outcome.all(Event.GraceServed.class)).isNotEmpty();
        assertThat(outcome.all(Event.LateRefreshStarted.class)).hasSize(1);
        assertThat(outcome.report().misses()).isLessThan(20);
    }

    @Test
    void whatAnotherProgramWritesIsReadStale() throws Exception {
        var outcome = run(Strategy.DEFAULT, new Disturbance.WriteOutside("user:7"));
        assertThat(outcome.all(Event.RecordWritten.class))
                .singleElement()
                .satisfies(write -> assertThat(write.node()).isEqualTo(Disturbances.OUTSIDE));
        assertThat(outcome.report().staleReads()).isBetween(180L, 200L);
    }

    @Test
    void whileRedisIsPausedNoCallOfItTakesEffect() throws Exception {
        var pause = Duration.ofMillis(500);
        var outcome = run(Strategy.DEFAULT, new Disturbance.PauseRedis(pause));
        assertThat(
                        outcome.stream(Event.CacheRead.class)
                                .filter(read ->
                                        read.at() > SECOND + 2_000_000
                                                && read.at() < SECOND + pause.toNanos()))
                .isEmpty();
        assertThat(outcome.report().failures()).isEmpty();
    }

    @Test
    void aPauseThatIsTooLongForCallersIsLikeALostRedis() throws Exception {
        var outcome = run(Strategy.DEFAULT, new Disturbance.PauseRedis(Duration.ofMinutes(1)));
        assertThat(outcome.all(Event.TierFailed.class)).isNotEmpty();
        assertThat(outcome.report().reads()).isEqualTo(300);
    }

    @Test
    void theNextMessageToANodeIsLostAndItsConnectionIsCut() throws Exception {
        var plan =
                CopyRace.plan(CopyRace.EVENTS, 1)
                        .withDisturbances(
                                List.of(
                                        new PlannedDisturbance(
                                                SECOND / 10,
                                                new Disturbance.LoseNextMessage("app-2")),
                                        new PlannedDisturbance(
                                                SECOND / 2,
                                                new Disturbance.CutSubscription("app-2"))));
        var outcome = Outcome.simulated(plan);
        LogCheck.check(outcome);
        assertThat(outcome.all(Event.MessageLost.class))
                .isNotEmpty()
                .allMatch(lost -> lost.node().equals("app-2"));
        assertThat(outcome.all(Event.SubscriptionLost.class))
                .singleElement()
                .matches(lost -> lost.node().equals("app-2"));
        assertThat(CopyRace.isStaleInTheEnd(outcome)).isFalse();
    }
}
