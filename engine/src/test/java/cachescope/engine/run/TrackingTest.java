package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Report;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import java.time.Duration;
import java.util.Objects;
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

    @Test
    void nearCopiesGoWhenRedisSaysThatTheirKeysHaveChanged() throws Exception {
        try (var world = LiveWorld.open(LiveOptions.BUNDLED)) {
            var outcome = Outcome.in(world, CopyRace.plan(TRACKED, 1).withSpeed(10));
            LogCheck.check(outcome);
            assertThat(CopyRace.isStaleInTheEnd(outcome)).isFalse();
            assertThat(nearLookUps(outcome).hits()).isPositive();
            assertThat(outcome.all(Event.SubscriptionMade.class))
                    .extracting(Event.SubscriptionMade::node)
                    .containsExactlyInAnyOrder("app-1", "app-2", "app-3");
            assertThat(outcome.all(Event.CacheRemoved.class))
                    .anyMatch(gone -> gone.tier() == Tier.NEAR_CACHE);
        }
    }

    private static Report.LookUps nearLookUps(Outcome outcome) {
        return Objects.requireNonNull(outcome.report().tiers().get(Tier.NEAR_CACHE));
    }

    @Test
    void theSimulatedWorldRefusesItWithASentence() {
        assertThatThrownBy(() -> Outcome.simulated(CopyRace.plan(TRACKED, 1)))
                .isInstanceOf(StrategyException.class)
                .hasMessage(
                        "Tracking is for the live world: it is done by a real Redis, which the simulated one is not.");
    }
}
