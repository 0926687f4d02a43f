package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.live.redis.RedisServer;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Redis is lost under nodes with near caches, and comes back. */
@Timeout(60)
class LostMessagesTest {
    private static final int NODES = 2;

    @SuppressWarnings("NullAway.Init")
    private static LiveWorld world;

    @SuppressWarnings("NullAway.Init")
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

    private static Strategy strategy(InvalidationName invalidation) {
        return Strategy.DEFAULT
                .withTimeToLive(Duration.ofHours(1))
                .withConcurrency(8)
                .withCluster(Cluster.DEFAULT.withNodes(NODES).withNearCapacity(10))
                .withInvalidation(CopyRace.by(invalidation));
    }

    /** Reads a key on each node so often that both have a near copy. */
    private static void warm(WatchedRun watched) throws Exception {
        for (int node = 0; node < NODES; node++) {
            watched.ask(Operation.READ, "a");
        }
        for (int node = 1; node <= NODES; node++) {
            var name = ApplicationNodes.name(node);
            watched.await(Event.SubscriptionMade.class, made -> made.node().equals(name));
        }
        for (int read = 0; read < 4 * NODES; read++) {
            watched.ask(Operation.READ, "a");
        }
    }

    private static <E extends Event> void awaitOnEachNode(
            WatchedRun watched, Class<E> type, Predicate<E> first, Predicate<E> second)
            throws InterruptedException {
        watched.await(type, first);
        watched.await(type, second);
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT", "TRACKING"})
    void nearCopiesAreNotOldAfterRedisWasAway(InvalidationName invalidation) throws Exception {
        try (var watched = WatchedRun.start(world, strategy(invalidation))) {
            warm(watched);
            server.stop();
            awaitOnEachNode(
                    watched,
                    Event.SubscriptionLost.class,
                    lost -> lost.node().equals("app-1"),
                    lost -> lost.node().equals("app-2"));
            assertThat(watched.ask(Operation.WRITE, "a").failure()).isNull();
            assertThat(watched.ask(Operation.READ, "a").version()).isEqualTo(2);
            assertThat(watched.ask(Operation.READ, "a").version()).isEqualTo(2);
            long before = watched.events().size();
            server.restart();
            awaitOnEachNode(
                    watched,
                    Event.SubscriptionMade.class,
                    made -> made.seq() >= before && made.node().equals("app-1"),
                    made -> made.seq() >= before && made.node().equals("app-2"));
            for (int read = 0; read < 4 * NODES; read++) {
                assertThat(watched.ask(Operation.READ, "a").version()).isEqualTo(2);
            }
            var report = watched.finish();
            assertThat(report.staleReads()).isZero();
            Conservation.assertConserved(report, watched.events());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT", "TRACKING"})
    void nearCopiesGoWhereTheConnectionIsCut(InvalidationName invalidation) throws Exception {
        try (var watched = WatchedRun.start(world, strategy(invalidation))) {
            warm(watched);
            watched.run().disturb(new Disturbance.CutSubscription("app-2"));
            watched.await(Event.SubscriptionLost.class, lost -> lost.node().equals("app-2"));
            watched.ask(Operation.WRITE, "a");
            watched.await(
                    Event.SubscriptionMade.class,
                    made ->
                            made.node().equals("app-2")
                                    && watched.events().stream()
                                            .filter(Event.SubscriptionLost.class::isInstance)
                                            .anyMatch(lost -> lost.seq() < made.seq()));
            watched.ask(Operation.WRITE, "b");
            for (int read = 0; read < 2 * NODES; read++) {
                watched.ask(Operation.READ, "a");
            }
            var last = watched.ask(Operation.READ, "a");
            assertThat(last.version()).isEqualTo(2);
            watched.finish();
        }
    }
}
