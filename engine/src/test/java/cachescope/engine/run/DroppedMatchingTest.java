package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything like a pattern is dropped, in both worlds. */
@Timeout(60)
class DroppedMatchingTest {
    private static final int NODES = 3;
    private static final long SECOND = 1_000_000_000;
    private static final String GLOB = "user:*";
    private static final Disturbance DROP = new Disturbance.InvalidateMatching(GLOB);

    private static Strategy strategy(InvalidationName invalidation, int nearCapacity) {
        return Strategy.DEFAULT
                .withTimeToLive(Duration.ofHours(1))
                .withCluster(Cluster.DEFAULT.withNodes(NODES).withNearCapacity(nearCapacity))
                .withInvalidation(CopyRace.by(invalidation));
    }

    /**
     * Each node reads user:7 and product:7 again and again for 2 s, in the simulated world. From 1
     * s on things go wrong, every 10 ms one.
     */
    private static Outcome simulated(Strategy strategy, Disturbance... fromOneSecond)
            throws Exception {
        var requests =
                IntStream.range(0, 200)
                        .mapToObj(number ->
                                Request.of(
                                        Duration.ofMillis(10L * number).toNanos(),
                                        Operation.READ,
                                        number / NODES % 2 == 0 ? "user:7" : "product:7"))
                        .toList();
        var plan =
                Plan.of(strategy, MemoryTraffic.of(requests))
                        .withSpeed(1)
                        .withDisturbances(
                                IntStream.range(0, fromOneSecond.length)
                                        .mapToObj(number ->
                                                new PlannedDisturbance(
                                                        SECOND + number * SECOND / 100,
                                                        fromOneSecond[number]))
                                        .toList());
        var outcome = Outcome.simulated(plan);
        LogCheck.check(outcome);
        return outcome;
    }

    private static Predicate<Event.CacheSwept> sweeps(Tier tier, String node, long keys) {
        return swept ->
                swept.tier() == tier
                        && swept.node().equals(node)
                        && swept.pattern().equals(GLOB)
                        && swept.keys() == keys;
    }

    private static List<String> loadedAgain(Outcome outcome) {
        return outcome.stream(Event.RecordRead.class)
                .filter(read -> read.load() && read.at() > SECOND)
                .map(Event.RecordRead::key)
                .distinct()
                .toList();
    }

    @Test
    void oneNodeDropsThemInRedisAndEachInItsNearCache() throws Exception {
        var outcome = simulated(strategy(InvalidationName.EVENT, 10), DROP);
        assertThat(outcome.all(Event.CacheSwept.class))
                .hasSize(NODES + 1)
                .anyMatch(sweeps(Tier.REDIS, "app-1", 1))
                .anyMatch(sweeps(Tier.NEAR_CACHE, "app-1", 1))
                .anyMatch(sweeps(Tier.NEAR_CACHE, "app-2", 1))
                .anyMatch(sweeps(Tier.NEAR_CACHE, "app-3", 1));
        assertThat(outcome.all(Event.MessagePublished.class))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.node()).isEqualTo("app-1");
                    assertThat(sent.text()).contains("\"pattern\":\"user:*\"");
                });
        assertThat(loadedAgain(outcome)).containsExactly("user:7");
        assertThat(outcome.all(Event.Disturbed.class))
                .extracting(Event.Disturbed::what)
                .containsExactly("everything like user:* is dropped");
    }

    @Test
    void aNodeThatIsDownLeavesItToTheNext() throws Exception {
        var outcome =
                simulated(
                        strategy(InvalidationName.EVENT, 10),
                        new Disturbance.KillNode("app-1"),
                        DROP);
        assertThat(outcome.all(Event.CacheSwept.class))
                .anyMatch(sweeps(Tier.REDIS, "app-2", 1))
                .noneMatch(swept -> swept.node().equals("app-1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"TTL", "TAG", "VERSION"})
    void whateverCopiesAreJudgedByTheyAreLoadedAgain(InvalidationName invalidation)
            throws Exception {
        var outcome = simulated(strategy(invalidation, 0), DROP);
        assertThat(loadedAgain(outcome)).containsExactly("user:7");
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheGuardTheyAreLoadedAgain(GuardName guard) throws Exception {
        var strategy = strategy(InvalidationName.TTL, 0);
        var outcome = simulated(strategy.withGuard(strategy.guard().withName(guard)), DROP);
        assertThat(loadedAgain(outcome)).isNotEmpty().containsOnly("user:7");
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT", "TRACKING"})
    void inTheLiveWorldNoNodeKeepsThem(InvalidationName invalidation) throws Exception {
        try (var world = LiveWorld.open(LiveOptions.BUNDLED);
                var watched = WatchedRun.start(world, strategy(invalidation, 10))) {
            for (int node = 1; node <= NODES; node++) {
                watched.ask(Operation.READ, "user:7");
            }
            for (int node = 1; node <= NODES; node++) {
                var name = ApplicationNodes.name(node);
                watched.await(Event.SubscriptionMade.class, made -> made.node().equals(name));
            }
            for (int read = 0; read < 4 * NODES; read++) {
                watched.ask(Operation.READ, "user:7");
                watched.ask(Operation.READ, "product:7");
            }
            watched.run().disturb(DROP);
            watched.await(Event.CacheSwept.class, sweeps(Tier.REDIS, "app-1", 1));
            for (int node = 1; node <= NODES; node++) {
                var name = ApplicationNodes.name(node);
                watched.await(
                        Event.class,
                        event ->
                                switch (event) {
                                    case Event.CacheSwept swept ->
                                            sweeps(Tier.NEAR_CACHE, name, 1).test(swept);
                                    case Event.CacheRemoved removed ->
                                            removed.tier() == Tier.NEAR_CACHE
                                                    && removed.node().equals(name)
                                                    && removed.key().equals("user:7");
                                    default -> false;
                                });
            }
            if (invalidation == InvalidationName.EVENT) {
                for (int node = 1; node <= NODES; node++) {
                    var name = ApplicationNodes.name(node);
                    watched.await(Event.MessageDelivered.class, came -> came.node().equals(name));
                }
            }
            var report = watched.finish();
            Conservation.assertConserved(report, watched.events());
        }
    }
}
