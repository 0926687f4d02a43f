package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.live.redis.RedisServer;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards over three nodes and one real Redis, which is there, is lost, or stands still. */
@Timeout(60)
class GuardsOverNodesTest {
    private static final int HERD = 1_000;
    private static final Duration TIME_TO_LIVE = Duration.ofMillis(1_500);

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

    private static Strategy strategy(GuardName guard) {
        return Strategy.DEFAULT
                .withTimeToLive(TIME_TO_LIVE)
                .withDatabaseDelay(Duration.ofMillis(500))
                .withConcurrency(HERD)
                .withCluster(Strategy.DEFAULT.cluster().withNodes(3))
                .withGuard(
                        Strategy.DEFAULT
                                .guard()
                                .withName(guard)
                                .withLockTime(Duration.ofSeconds(2))
                                .withLockWait(Duration.ofSeconds(20)));
    }

    /**
     * A run whose hot key has expired. What is loaded from then on stays, and so does who loads:
     * none of the herd can come so late that it finds the next entry or the lock expired, or the
     * entry close enough to that to draw an early load.
     */
    private static WatchedRun withAnExpiredKey(GuardName guard, Duration timeToLive)
            throws Exception {
        var slow = strategy(guard);
        var watched =
                WatchedRun.start(
                        world, slow.withTimeToLive(timeToLive).withDatabaseDelay(Duration.ZERO));
        watched.ask(Operation.READ, "hot");
        var never = new CountDownLatch(1);
        assertThat(never.await(timeToLive.toMillis() + 50, TimeUnit.MILLISECONDS)).isFalse();
        watched.run()
                .change(
                        slow.withTimeToLive(Duration.ofMinutes(5))
                                .withDatabaseDelay(Duration.ofSeconds(1))
                                .withGuard(slow.guard().withLockTime(Duration.ofSeconds(20))));
        watched.await(Event.StrategyChanged.class, _ -> true);
        return watched;
    }

    private static void sendHerd(WatchedRun watched, int readers) {
        for (int i = 0; i < readers; i++) {
            watched.send(Operation.READ, "hot");
        }
    }

    /**
     * What is loaded in the grace of an entry, which is as long as its time to live, replaces it
     * only while that lasts, and so it must outlast the load.
     */
    @ParameterizedTest
    @CsvSource({"LOCK, 200", "LEASE, 200", "LOCKED_XFETCH, 3000"})
    void ofAHerdOnAnExpiredKeyOneReaderOfAllNodesLoads(GuardName guard, long millisToLive)
            throws Exception {
        try (var watched = withAnExpiredKey(guard, Duration.ofMillis(millisToLive))) {
            sendHerd(watched, HERD);
            watched.awaitAnswers();
            var report = watched.finish();

            assertThat(watched.events(Event.TierFailed.class))
                    .extracting(failure -> failure.at() + " " + failure.kind() + failure.message())
                    .isEmpty();
            assertThat(report.recordReads()).isEqualTo(2);
            assertThat(report.lockTimeouts()).isZero();
            assertThat(watched.events(Event.RequestEnded.class))
                    .extracting(Event.RequestEnded::version)
                    .containsOnly(1L);
        }
    }

    @Test
    void withoutAGuardTheHerdLoads() throws Exception {
        try (var watched = withAnExpiredKey(GuardName.NONE, Duration.ofMillis(200))) {
            sendHerd(watched, HERD);
            watched.awaitAnswers();

            assertThat(watched.finish().recordReads()).isGreaterThan(HERD / 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatDiesUnderTheHerdCostsNoAnswer(GuardName guard) throws Exception {
        try (var watched = WatchedRun.start(world, strategy(guard))) {
            sendHerd(watched, 100);
            watched.await(Event.CallStarted.class, _ -> true);
            server.stop();
            watched.awaitAnswers();
            server.restart();
            sendHerd(watched, 100);
            watched.awaitAnswers();
            assertThat(isCachedAgain(watched)).as("the cache is used again").isTrue();
            var report = watched.finish();

            assertThat(watched.events(Event.RequestEnded.class))
                    .extracting(end -> end.failure() + " " + end.version())
                    .containsOnly("null 1");
            assertThat(report.failures().keySet()).isSubsetOf("CacheUnavailable");
            assertThat(report.staleReads()).isZero();
        }
    }

    /** The first reads may still find the server lost. */
    private static boolean isCachedAgain(WatchedRun watched) throws InterruptedException {
        boolean cached = false;
        for (int i = 0; i < 20 && !cached; i++) {
            cached = watched.ask(Operation.READ, "hot").answer() == Answer.HIT;
        }
        return cached;
    }

    /** One pause for the runs of all guards, each with a herd of its own. */
    @Test
    void aServerThatStandsStillUnderTheHerdsCostsNoAnswerAndLeavesNoLockBehind() throws Exception {
        var herds = new ArrayList<WatchedRun>();
        try {
            for (var guard : GuardName.values()) {
                var watched = WatchedRun.start(world, strategy(guard));
                herds.add(watched);
                sendHerd(watched, 50);
                watched.await(Event.CallStarted.class, _ -> true);
            }
            herds.getFirst().run().disturb(new Disturbance.PauseRedis(Duration.ofSeconds(3)));
            herds.forEach(watched -> sendHerd(watched, 50));
            for (var watched : herds) {
                watched.awaitAnswers();
                var guard = watched.run().strategy().guard().name();
                assertThat(isCachedAgain(watched)).as("cached again under %s", guard).isTrue();
                var report = watched.finish();

                assertThat(watched.events(Event.RequestEnded.class))
                        .extracting(end -> end.failure() + " " + end.version())
                        .as("answers under %s", guard)
                        .containsOnly("null 1");
                assertThat(report.failures().keySet())
                        .as("failures under %s", guard)
                        .isSubsetOf("CacheUnavailable");
            }
        } finally {
            herds.forEach(WatchedRun::close);
        }
    }
}
