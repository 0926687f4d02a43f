package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Event;
import cachescope.engine.event.Event.RequestEnded;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.FaultText;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.WriteQueue;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class NodeKilledTest {
    private static final String KILLED = "node 1 killed 1s..2s";
    private static final Strategy FOR_EVER = Strategy.DEFAULT.withTimeToLive(Duration.ZERO);

    private final List<Request> requests = new ArrayList<>();

    private NodeKilledTest send(long millis, Operation operation, String key) {
        requests.add(Request.of(Duration.ofMillis(millis).toNanos(), operation, key));
        return this;
    }

    /** A run in which every call of Redis takes 2 ms and every one of the database 100 ms. */
    private Outcome run(Strategy strategy, String... faults) throws Exception {
        var outcome = Outcome.simulated(plan(strategy, faults));
        LogCheck.check(outcome);
        return outcome;
    }

    private Plan plan(Strategy strategy, String... faults) throws StrategyException {
        var rules = new ArrayList<FaultRule>();
        for (var fault : faults) {
            rules.add(FaultText.parse(fault));
        }
        var latency =
                LatencyModel.DEFAULT
                        .with(Tier.REDIS, new Fixed(Duration.ofMillis(2)))
                        .with(Tier.DATABASE, new Fixed(Duration.ofMillis(100)));
        return Plan.of(
                        strategy.withConditions(new Conditions(latency, rules, 0)),
                        MemoryTraffic.of(requests))
                .withSpeed(1);
    }

    private static RequestEnded end(Outcome outcome, long request) {
        return outcome.stream(RequestEnded.class)
                .filter(end -> end.request() == request)
                .findFirst()
                .orElseThrow();
    }

    private static long millis(Event event) {
        return Duration.ofNanos(event.at()).toMillis();
    }

    @ParameterizedTest
    @EnumSource
    void requestsAtTheNodeEndWithItAndLaterOnesFindNoneUntilItIsStartedAgain(PatternName pattern)
            throws Exception {
        send(950, Operation.READ, "a").send(960, Operation.WRITE, "b");
        send(1_500, Operation.READ, "a").send(1_600, Operation.WRITE, "a");
        send(2_500, Operation.READ, "a");
        var strategy = FOR_EVER.withPattern(pattern).withTimeToLive(Duration.ofHours(1));

        var outcome = run(strategy, KILLED);

        assertThat(outcome.all(Event.NodeStopped.class))
                .singleElement()
                .satisfies(stop -> assertThat(millis(stop)).isEqualTo(1_000));
        assertThat(outcome.all(Event.NodeStarted.class))
                .singleElement()
                .satisfies(start -> assertThat(millis(start)).isEqualTo(2_000));
        assertThat(end(outcome, 0).failure()).isEqualTo("NodeKilled");
        assertThat(millis(end(outcome, 0))).isEqualTo(1_000);
        if (pattern != PatternName.WRITE_BEHIND) {
            assertThat(end(outcome, 1).failure()).isEqualTo("NodeKilled");
        }
        assertThat(end(outcome, 2))
                .extracting(RequestEnded::failure, RequestEnded::answer, RequestEnded::node)
                .containsExactly("NoNode", Answer.UNANSWERED, "balancer");
        assertThat(end(outcome, 3).failure()).isEqualTo("NoNode");
        assertThat(outcome.stream(Event.RequestRouted.class).map(Event.RequestRouted::request))
                .containsExactly(0L, 1L, 4L);
        assertThat(end(outcome, 4).failure()).isNull();
    }

    @Test
    void noCallOfAKilledNodeTakesEffectAfterwards() throws Exception {
        send(960, Operation.WRITE, "a").send(3_000, Operation.READ, "a");

        var outcome = run(FOR_EVER.withPattern(PatternName.NO_CACHE), KILLED);

        assertThat(end(outcome, 1).version()).isEqualTo(1);
        assertThat(outcome.all(Event.TierFailed.class))
                .singleElement()
                .satisfies(call -> assertThat(call.isOfTier()).isFalse());
        assertThat(outcome.all(Event.TierRecovered.class)).isEmpty();
    }

    @Test
    void aCommitWhoseNodeIsKilledBeforeTheAnswerIsInTheLogAllTheSame() throws Exception {
        send(940, Operation.WRITE, "a").send(3_000, Operation.READ, "a");

        var outcome = run(FOR_EVER.withPattern(PatternName.NO_CACHE), KILLED);

        assertThat(end(outcome, 0).failure()).isEqualTo("NodeKilled");
        assertThat(end(outcome, 1).version()).isEqualTo(2);
        assertThat(outcome.all(Event.CommitUnanswered.class))
                .singleElement()
                .satisfies(commit -> assertThat(millis(commit)).isEqualTo(990));
    }

    /** Redis takes no time at all, so only death can keep the node from dropping the copy. */
    @Test
    void aKilledNodeCannotEvenDropTheCopyOfWhatItWasWriting() throws Exception {
        send(0, Operation.READ, "a").send(940, Operation.WRITE, "a");
        send(3_000, Operation.READ, "a");
        var plan = plan(FOR_EVER, KILLED);
        var conditions = plan.strategy().conditions();
        var latency = conditions.latency().with(Tier.REDIS, new Fixed(Duration.ZERO));

        var outcome =
                Outcome.simulated(
                        Plan.of(
                                        plan.strategy()
                                                .withConditions(conditions.withLatency(latency)),
                                        plan.traffic())
                                .withSpeed(1));

        LogCheck.check(outcome);
        assertThat(end(outcome, 2))
                .extracting(RequestEnded::answer, RequestEnded::version, RequestEnded::stale)
                .containsExactly(Answer.HIT, 1L, true);
    }

    @Test
    void acknowledgedWritesThatWereNotFlushedAreLostAndTheirVersionsNeverComeAgain()
            throws Exception {
        var queue = new WriteQueue(Duration.ofSeconds(10), 10, 10, 3, Duration.ofMillis(100));
        send(500, Operation.WRITE, "a").send(600, Operation.WRITE, "a");
        send(700, Operation.WRITE, "b").send(3_000, Operation.READ, "a");
        send(4_000, Operation.WRITE, "a");

        var outcome =
                run(FOR_EVER.withPattern(PatternName.WRITE_BEHIND).withWriteQueue(queue), KILLED);

        assertThat(outcome.all(Event.WriteLost.class))
                .extracting(Event.WriteLost::key, Event.WriteLost::version)
                .containsExactly(tuple("a", 3L), tuple("b", 2L));
        assertThat(outcome.report().writesLost()).isEqualTo(2);
        assertThat(end(outcome, 3).version()).isEqualTo(1);
        assertThat(end(outcome, 4).version()).isEqualTo(4);
    }

    @Test
    void whatWasOwedToTheCacheIsForgottenWithTheNode() throws Exception {
        send(0, Operation.READ, "a").send(700, Operation.WRITE, "a");
        send(3_000, Operation.READ, "a");

        var down = "redis down 500ms..900ms";
        assertThat(end(run(FOR_EVER, down), 2).stale()).isFalse();
        assertThat(end(run(FOR_EVER, down, KILLED), 2).stale()).isTrue();
    }

    @Test
    void aNodeThatIsNotStartedAgainDoesNotKeepTheRunFromEnding() throws Exception {
        send(500, Operation.READ, "a").send(1_500, Operation.READ, "a");

        var outcome = run(FOR_EVER.withPattern(PatternName.WRITE_BEHIND), "node 1 killed 1s..");

        assertThat(outcome.all(Event.NodeStarted.class)).isEmpty();
        assertThat(end(outcome, 1).failure()).isEqualTo("NoNode");
        assertThat(outcome.progress().state()).isEqualTo(Progress.State.COMPLETE);
    }

    @Test
    void spansThatMeetAreOne() throws Exception {
        send(500, Operation.READ, "a").send(3_500, Operation.READ, "a");

        var outcome = run(FOR_EVER, "node 1 killed 2s..3s", KILLED, "node 1 killed 1500ms..2500ms");

        assertThat(outcome.all(Event.NodeStopped.class)).hasSize(1);
        assertThat(outcome.all(Event.NodeStarted.class))
                .singleElement()
                .satisfies(start -> assertThat(millis(start)).isEqualTo(3_000));
    }

    @Test
    void aNodeBeginsWithTheStrategyThatIsInForceByThen() throws Exception {
        send(500, Operation.WRITE, "a").send(3_000, Operation.WRITE, "a");
        var plan = plan(FOR_EVER, KILLED);
        var next = plan.strategy().withPattern(PatternName.WRITE_BEHIND);

        var outcome =
                Outcome.simulated(
                        plan.withChanges(
                                List.of(
                                        new PlannedChange(
                                                Duration.ofMillis(1_500).toNanos(), next))));

        LogCheck.check(outcome);
        assertThat(outcome.all(Event.NodeStarted.class)).hasSize(1);
        assertThat(outcome.all(Event.WriteQueued.class))
                .extracting(Event.WriteQueued::key)
                .containsExactly("a");
    }

    private static Strategy guarded(GuardName guard) {
        return FOR_EVER.withTimeToLive(Duration.ofHours(1))
                .withCluster(FOR_EVER.cluster().withNodes(2))
                .withGuard(
                        FOR_EVER.guard()
                                .withName(guard)
                                .withLockTime(Duration.ofMillis(600))
                                .withLockWait(Duration.ofSeconds(5)));
    }

    /** Node 1 is killed in the middle of its load; node 2 has waited for that. */
    @ParameterizedTest
    @EnumSource(names = {"LOCK", "LEASE", "LOCKED_XFETCH"})
    void theLockOfAKilledNodeEndsByItselfAndAnotherNodeLoads(GuardName guard) throws Exception {
        send(950, Operation.READ, "a").send(960, Operation.READ, "a");

        var outcome = run(guarded(guard), KILLED);

        assertThat(end(outcome, 0).failure()).isEqualTo("NodeKilled");
        assertThat(end(outcome, 1))
                .returns("app-2", RequestEnded::node)
                .returns(1L, RequestEnded::version);
        assertThat(millis(end(outcome, 1))).isBetween(1_650L, 1_800L);
        assertThat(outcome.all(Event.LockReleased.class))
                .extracting(Event.LockReleased::node)
                .doesNotContain("app-1");
    }
}
