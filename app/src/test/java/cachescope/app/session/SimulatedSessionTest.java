package cachescope.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.SavedLogs;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.run.Disturbance;
import cachescope.engine.run.PlannedDisturbance;
import cachescope.engine.run.Progress;
import cachescope.engine.run.Run;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.generator.GeneratedTraffic;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
@Timeout(60)
class SimulatedSessionTest {
    private static final long SECOND = 1_000_000_000L;
    private static final TrafficSource SALE =
            () -> GeneratedTraffic.flashSale(3, 2_000, Duration.ofSeconds(4));
    private static final TrafficSource LONG =
            () -> GeneratedTraffic.flashSale(3, 100_000, Duration.ofSeconds(20));
    private static final Strategy FIRST = Strategy.DEFAULT.withTimeToLive(Duration.ofMillis(400));
    private static final Strategy OTHER = FIRST.withTimeToLive(Duration.ofSeconds(9));

    private final Session session =
            new Session(() -> {
                throw new AssertionError("no store is needed for a simulated run");
            });

    @TempDir Path folder;

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void movesAreToldOfCachesThatAreSmallEnoughToBeWatched() {
        var near = Strategy.DEFAULT.cluster();
        assertThat(Forks.isWatched(Strategy.DEFAULT)).isTrue();
        assertThat(Forks.isWatched(Strategy.DEFAULT.withCluster(near.withNearCapacity(4_096))))
                .isTrue();
        assertThat(Forks.isWatched(Strategy.DEFAULT.withCluster(near.withNearCapacity(4_097))))
                .isFalse();
    }

    @Test
    void aSimulatedRunIsComingUntilItIsAdopted() {
        session.simulate(SALE, FIRST, 7, 0);
        var coming = coming();
        assertThat(coming.isBranch()).isFalse();
        assertThat(coming.run().plan().seed()).isEqualTo(7);
        assertThat(session.state().run()).isNull();

        session.adopt(coming);
        var state = await(now -> now.run() != null);
        assertThat(state.run()).isSameAs(coming.run());
        assertThat(state.coming()).isNull();
    }

    @Test
    void aBranchIsTheFirstRunUpToItsTimeAndItsOwnFromThenOn() {
        var first = firstRun();
        session.branch(false, 2 * SECOND, plan -> plan.branch(2 * SECOND, OTHER));
        var branch = adopted();

        assertThat(branch.leavesAt()).hasValue(2 * SECOND);
        assertThat(branch.failure()).isEmpty();
        assertThat(session.state().run()).isSameAs(first);
        whole(first.log());
        whole(branch.run().log());
        assertThat(changes(branch.run().log())).hasSize(1).allMatch(at -> at >= 2 * SECOND);
        assertThat(SavedLogs.events(branch.run().log()))
                .isNotEqualTo(SavedLogs.events(first.log()));
    }

    @Test
    void somethingThatGoesWrongMakesABranchToo() {
        var first = firstRun();
        session.branch(
                false, SECOND, plan -> plan.branch(SECOND, new Disturbance.KillNode("app-1")));
        var branch = adopted();

        assertThat(branch.leavesAt()).hasValue(SECOND);
        assertThat(branch.failure()).isEmpty();
        assertThat(session.state().run()).isSameAs(first);
        assertThat(disturbed(branch.run().log()))
                .containsExactly(new Event.Disturbed(0, SECOND, "app-1 is killed"));
        assertThat(disturbed(first.log())).isEmpty();
    }

    @Test
    void whatGoesWrongOnPurposeBelongsToTheTraffic() {
        var trouble =
                new PlannedDisturbance(SECOND, new Disturbance.PauseRedis(Duration.ofSeconds(1)));
        session.simulate(
                new TrafficSource() {
                    @Override
                    public Traffic open() throws TrafficException {
                        return SALE.open();
                    }

                    @Override
                    public List<PlannedDisturbance> disturbances() {
                        return List.of(trouble);
                    }
                },
                FIRST,
                7,
                0);
        assertThat(coming().run().plan().disturbances()).containsExactly(trouble);
    }

    private static List<Event.Disturbed> disturbed(EventLog log) {
        whole(log);
        return SavedLogs.events(log).stream()
                .filter(Event.Disturbed.class::isInstance)
                .map(Event.Disturbed.class::cast)
                .map(event -> new Event.Disturbed(0, event.at(), event.what()))
                .toList();
    }

    @Test
    void aBranchOfTheBranchTakesItsPlaceAndTheOldLogIsClosed() {
        var first = firstRun(LONG);
        session.branch(false, SECOND, plan -> plan.branch(SECOND, OTHER));
        var old = adopted();
        await(_ -> old.run().progress().state().isOver());
        session.branch(true, 3 * SECOND, plan -> plan.branch(3 * SECOND, OTHER.withConcurrency(3)));
        var next = adopted();
        assertThat(next.run().plan().changes()).hasSize(2);
        assertThat(next.leavesAt()).hasValue(SECOND);
        assertThat(isReadable(old.run().log())).isTrue();

        session.shows(next.run().log());

        await(_ -> !isReadable(old.run().log()));
        assertThat(isReadable(first.log())).isTrue();
        assertThat(isReadable(next.run().log())).isTrue();
        assertThat(session.state().run()).isSameAs(first);
        assertThat(session.state().branch()).isSameAs(next);
    }

    /** Whether the first events of a log, which are in its file, can be read. */
    private static boolean isReadable(EventLog log) {
        try {
            return log.read(0, 1, _ -> {}) == 1;
        } catch (UncheckedIOException closed) {
            return false;
        }
    }

    @Test
    void ofQuicklyRepeatedChangesTheLastCountsAndTheOthersAreGivenUp() {
        firstRun();
        session.branch(false, 3 * SECOND, plan -> plan.branch(3 * SECOND, OTHER));
        var abandoned = coming();
        session.branch(
                false, 3 * SECOND, plan -> plan.branch(3 * SECOND, OTHER.withConcurrency(5)));
        session.branch(
                false, 3 * SECOND, plan -> plan.branch(3 * SECOND, OTHER.withConcurrency(7)));
        await(now ->
                now.coming() != null
                        && now.coming().run().plan().changes().getLast().strategy().concurrency()
                                == 7);
        session.adopt(abandoned);
        var branch = adopted();

        assertThat(branch.run().plan().changes()).hasSize(1);
        assertThat(abandoned.run().progress().state().isOver()).isTrue();
    }

    @Test
    void aBranchThatIsNotTheSameRunFailsWithItsSentence() {
        var unsteady = new int[1];
        TrafficSource changing =
                () ->
                        new Unsteady(
                                GeneratedTraffic.flashSale(3, 500, Duration.ofSeconds(2)),
                                unsteady);
        session.simulate(changing, FIRST, 1, 0);
        session.adopt(coming());
        whole(Objects.requireNonNull(await(now -> now.run() != null).run()).log());
        session.branch(false, SECOND, plan -> plan.branch(SECOND, OTHER));
        var coming = coming();
        while (coming.failure().isEmpty()) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(coming.failure()).get().asString().contains("not the same run");
        assertThat(coming.hasArrived()).isFalse();
        session.giveUp(coming);
        assertThat(await(now -> now.coming() == null).branch()).isNull();
    }

    @Test
    void trafficThatCannotBeReadIsToldAndTheRunStays() {
        var first = firstRun();
        session.simulate(
                () -> {
                    throw new TrafficException("a.csv is empty");
                },
                FIRST,
                1,
                0);
        var state = await(now -> now.messages() == 1);
        assertThat(state.message()).isEqualTo("a.csv is empty");
        assertThat(state.run()).isSameAs(first);
    }

    @Test
    void theTrafficOfASavedLogCanBeSimulatedAgainAndAgain() throws Exception {
        var original = firstRun();
        whole(original.log());
        var file = SavedLogs.save(original.log(), folder.resolve("run.jsonl"));
        session.watch(file);
        var saved = Objects.requireNonNull(await(now -> now.saved() != null).saved());
        SavedLogs.await(saved);
        session.simulate(new LogTraffic("again", saved.log()), FIRST, 1, 0);
        session.adopt(coming());
        var again = Objects.requireNonNull(await(now -> now.run() != null).run());
        session.shows(again.log());
        whole(again.log());
        session.branch(false, SECOND, plan -> plan.branch(SECOND, OTHER));
        var branch = adopted();

        assertThat(branch.failure()).isEmpty();
        assertThat(SavedLogs.events(again.log()).size())
                .isEqualTo(SavedLogs.events(original.log()).size());
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void stoppingEndsBothRuns() {
        var first = firstRun();
        session.branch(false, SECOND, plan -> plan.branch(SECOND, OTHER));
        var branch = adopted();
        session.stop();
        whole(first.log());
        whole(branch.run().log());
        await(_ -> first.progress().state().isOver() && branch.run().progress().state().isOver());
        assertThat(first.progress().state()).isIn(Progress.State.STOPPED, Progress.State.COMPLETE);
    }

    private Run firstRun() {
        return firstRun(SALE);
    }

    private Run firstRun(TrafficSource source) {
        session.simulate(source, FIRST, 1, 0);
        session.adopt(coming());
        var run = Objects.requireNonNull(await(now -> now.run() != null).run());
        await(_ -> run.progress().state().isOver());
        return run;
    }

    private Fork coming() {
        return Objects.requireNonNull(await(now -> now.coming() != null).coming());
    }

    /** Adopts the branch that is coming when it has come to its time. */
    private Fork adopted() {
        var fork = coming();
        await(_ -> fork.hasArrived());
        session.adopt(fork);
        await(now -> fork.equals(now.branch()));
        return fork;
    }

    private static void whole(EventLog log) {
        boolean[] ended = new boolean[1];
        for (long from = 0; !ended[0]; ) {
            from += log.read(from, 4_096, event -> ended[0] |= event instanceof Event.RunEnded);
        }
    }

    private static List<Long> changes(EventLog log) {
        return SavedLogs.events(log).stream()
                .filter(Event.StrategyChanged.class::isInstance)
                .map(Event::at)
                .toList();
    }

    private State await(Predicate<State> there) {
        var state = session.state();
        while (!there.test(state)) {
            LockSupport.parkNanos(1_000_000);
            state = session.state();
        }
        return state;
    }
}
