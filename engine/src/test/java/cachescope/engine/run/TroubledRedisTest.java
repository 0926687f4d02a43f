package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.live.redis.RedisServer;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.InvalidationPolicy;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.TagForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A real Redis stands still for a while, or dies and is started again, under several runs at once:
 * one for each way in which nodes may learn of writes.
 */
@Timeout(60)
class TroubledRedisTest {
    private static final int NODES = 2;
    private static final Duration NEAR_LIFE = Duration.ofMillis(400);

    /** A read that is under way when Redis learns of a write may leave a copy so much later. */
    private static final Duration UNDER_WAY = Duration.ofMillis(400);

    /** Twice as long as a subscription that hears nothing is taken for a good one. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(4);

    /** While Redis rests, every call is refused at once; so many find it back however fast. */
    private static final int TRIES_MAX = 1_000_000;

    private static LiveWorld world;
    private static RedisServer server;
    private final List<WatchedRun> runs = new ArrayList<>();

    @BeforeAll
    static void openTheWorld() throws RunException {
        world = LiveWorld.open(LiveOptions.BUNDLED);
        server = world.server().orElseThrow();
    }

    @AfterAll
    static void closeTheWorld() {
        world.close();
    }

    static Stream<Strategy> strategies() {
        return Stream.of(InvalidationName.values())
                .flatMap(name ->
                        Stream.of(TagForm.values())
                                .filter(form ->
                                        name == InvalidationName.TAG || form == TagForm.VERSIONS)
                                .map(form -> strategy(new InvalidationPolicy(name, form))));
    }

    private static Strategy strategy(InvalidationPolicy invalidation) {
        boolean near =
                switch (invalidation.name()) {
                    case TTL, EVENT, TRACKING -> true;
                    case TAG, VERSION -> false;
                };
        var cluster = Strategy.DEFAULT.cluster().withNodes(NODES);
        return Strategy.DEFAULT
                .withTimeToLive(Duration.ofHours(1))
                .withConcurrency(8)
                .withInvalidation(invalidation)
                .withCluster(
                        near
                                ? cluster.withNearCapacity(10)
                                        .withNearTimeToLive(Optional.of(NEAR_LIFE))
                                : cluster);
    }

    private static boolean hears(WatchedRun watched) {
        return switch (watched.run().strategy().invalidation().name()) {
            case EVENT, TRACKING -> true;
            case TTL, TAG, VERSION -> false;
        };
    }

    @BeforeEach
    void startAllAndFillTheirCopies() throws Exception {
        server.restart();
        for (var strategy : strategies().toList()) {
            var watched = WatchedRun.start(world, strategy);
            runs.add(watched);
            fill(watched);
            awaitListeners(watched);
        }
        for (var watched : runs) {
            fill(watched);
        }
    }

    /** Each node has read the key, and has a copy if it may. */
    private static void fill(WatchedRun watched) throws InterruptedException {
        for (int read = 0; read < 2 * NODES; read++) {
            watched.ask(Operation.READ, "a");
        }
    }

    @AfterEach
    void closeAll() {
        runs.forEach(WatchedRun::close);
    }

    /** Waits until each node that is to hear of writes has begun to. */
    private static void awaitListeners(WatchedRun watched) throws InterruptedException {
        for (int node = 1; hears(watched) && node <= NODES; node++) {
            var name = ApplicationNodes.name(node);
            watched.await(Event.SubscriptionMade.class, made -> made.node().equals(name));
        }
    }

    /** Waits until each of them has lost its connection, and has it again. */
    private static void awaitNewListeners(WatchedRun watched) throws InterruptedException {
        for (int node = 1; hears(watched) && node <= NODES; node++) {
            var name = ApplicationNodes.name(node);
            var lost =
                    watched.await(Event.SubscriptionLost.class, loss -> loss.node().equals(name));
            watched.await(
                    Event.SubscriptionMade.class,
                    made -> made.node().equals(name) && made.seq() > lost.seq());
        }
    }

    /** Goes on asking until Redis has answered each of the nodes again. */
    private static void awaitRedis(WatchedRun watched) throws InterruptedException {
        long now = watched.events().getLast().at();
        for (int i = 0; i < TRIES_MAX && nodesAnswered(watched, now) < NODES; i++) {
            watched.ask(Operation.READ, "fresh-" + i);
        }
        assertThat(nodesAnswered(watched, now)).as("nodes that Redis answers").isEqualTo(NODES);
    }

    /** How many nodes have called Redis since a time, and were answered. */
    private static long nodesAnswered(WatchedRun watched, long since) {
        return watched.events(Event.CacheRead.class).stream()
                .filter(read -> read.tier() == Tier.REDIS && read.at() > since)
                .map(Event.CacheRead::node)
                .distinct()
                .count();
    }

    /** One node writes what the others have copies of, and all go on reading. */
    private static void writeAndRead(WatchedRun watched) {
        watched.send(Operation.WRITE, "a");
        for (int read = 0; read < 2 * NODES; read++) {
            watched.send(Operation.READ, "a");
        }
    }

    /** All that was asked was answered though Redis was not there. */
    private static void assertAnswered(WatchedRun watched) throws InterruptedException {
        watched.awaitAnswers();
        assertThat(watched.events(Event.RequestEnded.class))
                .as("answers under %s", watched.run().strategy().invalidation())
                .allMatch(end -> end.failure() == null);
    }

    /** All nodes soon serve the newest version, from copies; none was older than it may be. */
    private static void assertRightAgain(WatchedRun watched) throws InterruptedException {
        var under = watched.run().strategy().invalidation();
        long healed = watched.events().stream().mapToLong(Event::at).max().orElseThrow();
        long newest =
                watched.events(Event.RequestEnded.class).stream()
                        .mapToLong(Event.RequestEnded::version)
                        .max()
                        .orElseThrow();
        int right = 0;
        for (int i = 0; i < TRIES_MAX && right < 4 * NODES; i++) {
            var end = watched.ask(Operation.READ, "a");
            assertThat(end.failure()).as("under %s", under).isNull();
            right = end.version() == newest && end.answer() == Answer.HIT ? right + 1 : 0;
        }
        assertThat(right).as("reads of the newest version under %s", under).isEqualTo(4 * NODES);
        watched.finish();
        assertThat(NearStaleness.longestSince(healed, watched.events()))
                .as("staleness of near copies under %s", under)
                .isLessThan(NEAR_LIFE.plus(UNDER_WAY));
    }

    @ParameterizedTest
    @CsvSource({"PT0.3S", "PT4S"})
    void afterAPauseCopiesAreRightAgainAndNoRequestHasFailed(Duration pause) throws Exception {
        runs.getFirst().run().disturb(new Disturbance.PauseRedis(pause));
        runs.getFirst().await(Event.Disturbed.class, _ -> true);
        runs.forEach(TroubledRedisTest::writeAndRead);
        for (var watched : runs) {
            assertAnswered(watched);
            if (pause.equals(LONG_PAUSE)) {
                awaitNewListeners(watched);
            }
            awaitRedis(watched);
            assertRightAgain(watched);
        }
    }

    @Test
    void afterADeathCopiesAreRightAgainAndNoRequestHasFailed() throws Exception {
        server.stop();
        runs.forEach(TroubledRedisTest::writeAndRead);
        for (var watched : runs) {
            assertAnswered(watched);
        }
        server.restart();
        for (var watched : runs) {
            awaitNewListeners(watched);
            awaitRedis(watched);
            assertRightAgain(watched);
        }
    }
}
