package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Near caches that follow Redis' own tracking of keys. */
@Timeout(60)
class TrackingTest {
    private static final Strategy TRACKED =
            Strategy.DEFAULT
                    .withTimeToLive(Duration.ZERO)
                    .withCluster(Cluster.DEFAULT.withNodes(3).withNearCapacity(10))
                    .withInvalidation(CopyRace.by(InvalidationName.TRACKING));

    /** A few are enough, once the nodes listen. */
    private static final int READS_MAX = 10_000;

    @Test
    void nearCopiesGoWhenRedisSaysThatTheirKeysHaveChanged() throws Exception {
        try (var world = LiveWorld.open(LiveOptions.BUNDLED)) {
            var outcome = Outcome.in(world, CopyRace.plan(TRACKED, 1).withSpeed(10));
            LogCheck.check(outcome);
            assertThat(CopyRace.isStaleInTheEnd(outcome)).isFalse();
            assertThat(outcome.all(Event.SubscriptionMade.class))
                    .extracting(Event.SubscriptionMade::node)
                    .containsExactlyInAnyOrder("app-1", "app-2", "app-3");
            assertThat(outcome.all(Event.CacheRemoved.class))
                    .anyMatch(gone -> gone.tier() == Tier.NEAR_CACHE);
        }
    }

    @Test
    void aKeyThatIsReadAndNotWrittenIsServedFromTheNearCaches() throws Exception {
        try (var world = LiveWorld.open(LiveOptions.BUNDLED);
                var watched = WatchedRun.start(world, TRACKED)) {
            for (int read = 0; read < READS_MAX && nearHits(watched) < 10; read++) {
                watched.ask(Operation.READ, "a");
            }
            assertThat(nearHits(watched)).isGreaterThanOrEqualTo(10);
            watched.finish();
        }
    }

    private static long nearHits(WatchedRun watched) {
        return watched.events(Event.CacheRead.class).stream()
                .filter(read ->
                        read.tier() == Tier.NEAR_CACHE
                                && read.outcome() == cachescope.engine.event.Outcome.HIT)
                .count();
    }

    @Test
    void theSimulatedWorldRefusesItWithASentence() {
        assertThatThrownBy(() -> Outcome.simulated(CopyRace.plan(TRACKED, 1)))
                .isInstanceOf(StrategyException.class)
                .hasMessage(
                        "Tracking is for the live world: it is done by a real Redis, which the simulated one is not.");
    }
}
