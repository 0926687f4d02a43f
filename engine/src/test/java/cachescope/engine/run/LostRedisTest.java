package cachescope.engine.run;

import static cachescope.engine.run.Conservation.assertConserved;
import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.live.redis.RedisServer;
import cachescope.engine.projection.ReportRecount;
import cachescope.engine.run.Progress.State;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.WriteQueue;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Redis is lost in the middle of a run and comes back. */
@Timeout(60)
class LostRedisTest {
    /** While Redis rests, every call is refused at once; so many find it back however fast they are. */
    private static final int TRIES_MAX = 1_000_000;

    private static LiveWorld world;
    private static RedisServer server;

    @BeforeAll
    static void openTheWorld() throws RunException {
        world = LiveWorld.open(LiveOptions.BUNDLED);
        server = world.server().orElseThrow();
    }

    @AfterAll
    static void closeTheWorld() {
        world.close();
    }

    @BeforeEach
    void beginWithAServerThatRuns() throws Exception {
        server.restart();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NO_CACHE", "WRITE_THROUGH"})
    void readsAndWritesGoToTheDatabaseAndTheCacheComesBackByItself(PatternName pattern) throws Exception {
        try (var watched = WatchedRun.start(world, strategy(pattern))) {
            watched.ask(Operation.READ, "a");
            assertThat(watched.ask(Operation.READ, "a").answer()).isEqualTo(Answer.HIT);

            server.stop();
            var read = watched.ask(Operation.READ, "a");
            assertThat(read.failure()).isNull();
            assertThat(read.answer()).isEqualTo(Answer.MISS);
            assertThat(read.version()).isEqualTo(1);
            var write = watched.ask(Operation.WRITE, "a");
            assertThat(write.failure()).isNull();
            assertThat(write.version()).isEqualTo(2);
            assertThat(watched.ask(Operation.READ, "a").version()).isEqualTo(2);
            assertThat(watched.ask(Operation.DELETE, "b").failure()).isNull();
            watched.await(Event.TierFailed.class, failure -> failure.tier() == Tier.REDIS);

            server.restart();
            assertComesBack(watched);
            var report = watched.finish();

            assertThat(watched.run().progress().state()).isEqualTo(State.COMPLETE);
            assertThat(report.failures()).containsOnlyKeys("CacheUnavailable");
            assertThat(report.staleReads()).isZero();
            assertThat(report.writesPending() + report.writesLost()).isZero();
            assertConserved(report, watched.events());
            new ReportRecount(watched.events()).assertAgrees(report);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "WRITE_THROUGH")
    void writeThroughRefusesWritesAndSaysBothHalvesAndReadsGoOn(PatternName pattern) throws Exception {
        try (var watched = WatchedRun.start(world, strategy(pattern))) {
            assertThat(watched.ask(Operation.WRITE, "a").version()).isEqualTo(2);

            server.stop();
            assertThat(watched.ask(Operation.READ, "a").version()).isEqualTo(2);
            assertThat(watched.ask(Operation.WRITE, "a").failure()).isEqualTo("WriteRejected");
            assertThat(watched.ask(Operation.DELETE, "a").failure()).isEqualTo("WriteRejected");
            assertThat(watched.ask(Operation.READ, "a").failure()).isNull();

            server.restart();
            assertComesBack(watched);
            assertThat(watched.ask(Operation.WRITE, "a").failure()).isNull();
            var report = watched.finish();

            assertThat(report.failures()).containsKeys("CacheUnavailable", "WriteRejected");
            assertThat(report.failures().get("WriteRejected")).isEqualTo(2);
            assertThat(report.staleReads()).isZero();
            assertConserved(report, watched.events());
            new ReportRecount(watched.events()).assertAgrees(report);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NO_CACHE")
    void noCacheDoesNotNotice(PatternName pattern) throws Exception {
        try (var watched = WatchedRun.start(world, strategy(pattern))) {
            server.stop();
            assertThat(watched.ask(Operation.WRITE, "a").version()).isEqualTo(2);
            assertThat(watched.ask(Operation.READ, "a").answer()).isEqualTo(Answer.MISS);
            var report = watched.finish();

            assertThat(report.failures()).isEmpty();
            assertConserved(report, watched.events());
        } finally {
            server.restart();
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyAtOnceSurviveAServerThatDiesUnderThem(PatternName pattern) throws Exception {
        try (var watched = WatchedRun.start(world, strategy(pattern))) {
            for (int i = 0; i < 200; i++) {
                watched.send(i % 3 == 0 ? Operation.WRITE : Operation.READ, "key " + i % 5);
            }
            watched.await(Event.RequestEnded.class, _ -> true);
            server.stop();
            watched.awaitAnswers();
            server.restart();
            for (int i = 0; i < 50; i++) {
                watched.send(i % 3 == 0 ? Operation.WRITE : Operation.READ, "key " + i % 5);
            }
            var report = watched.finish();

            assertThat(watched.run().progress().state()).isEqualTo(State.COMPLETE);
            assertThat(report.requests()).isEqualTo(250);
            assertThat(report.writesPending() + report.writesLost()).isZero();
            assertConserved(report, watched.events());
        }
    }

    private static void assertComesBack(WatchedRun watched) throws InterruptedException {
        for (int i = 0; i < TRIES_MAX && watched.events(Event.TierRecovered.class).isEmpty(); i++) {
            assertThat(watched.ask(Operation.READ, "c").failure()).isNull();
        }
        assertThat(watched.events(Event.TierRecovered.class))
                .extracting(Event.TierRecovered::tier)
                .containsExactly(Tier.REDIS);
        watched.ask(Operation.READ, "c");
        assertThat(watched.ask(Operation.READ, "c").answer()).isEqualTo(Answer.HIT);
    }

    private static Strategy strategy(PatternName pattern) {
        return Strategy.DEFAULT
                .withPattern(pattern)
                .withConcurrency(8)
                .withWriteQueue(new WriteQueue(Duration.ofMillis(20), 10, 100, 5, Duration.ofMillis(20)));
    }
}
