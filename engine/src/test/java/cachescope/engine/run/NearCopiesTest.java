package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Report;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Near caches of several nodes, and the messages that keep them fresh. */
@Timeout(60)
class NearCopiesTest {
    private static final Strategy THREE = CopyRace.EVENTS;

    private static Plan plan(Strategy strategy, long seed) {
        return CopyRace.plan(strategy, seed);
    }

    private static Report.LookUps nearLookUps(Outcome outcome) {
        return Objects.requireNonNull(outcome.report().tiers().get(Tier.NEAR_CACHE));
    }

    @ParameterizedTest
    @EnumSource(value = PatternName.class, mode = EnumSource.Mode.EXCLUDE, names = "WRITE_BEHIND")
    void whatIsInTheLogAddsUp(PatternName pattern) throws Exception {
        for (long seed = 1; seed <= 10; seed++) {
            var strategy = THREE.withPattern(pattern).withTimeToLive(Duration.ofMillis(300));
            LogCheck.check(Outcome.simulated(plan(strategy, seed)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PatternName.class,
            names = {"CACHE_ASIDE", "READ_THROUGH", "WRITE_THROUGH"})
    void noCopyIsOldWhenAllIsQuiet(PatternName pattern) throws Exception {
        for (long seed = 1; seed <= 60; seed++) {
            for (var onWrite : OnWrite.values()) {
                var strategy = THREE.withPattern(pattern).withOnWrite(onWrite);
                var outcome = Outcome.simulated(plan(strategy, seed));
                assertThat(Race.isStaleInTheEnd(outcome)).as("seed %s", seed).isFalse();
            }
        }
    }

    @Test
    void noCopyIsOldWhenAllIsQuietThoughRedisAndMessagesFail() throws Exception {
        for (long seed = 1; seed <= 60; seed++) {
            var strategy =
                    CopyRace.failing(
                            CopyRace.failing(THREE, "redis fails 10% 0s..500ms"),
                            "redis down 100ms..300ms");
            var brief =
                    strategy.withCluster(
                            strategy.cluster()
                                    .withNearTimeToLive(Optional.of(Duration.ofSeconds(10))));
            var outcome = Outcome.simulated(plan(brief, seed));
            LogCheck.check(outcome);
        }
    }

    @Test
    void nearLookUpsAreATierOfTheirOwnAndTakeItsTime() throws Exception {
        var outcome = Outcome.simulated(plan(THREE, 1));
        var near = nearLookUps(outcome);
        assertThat(near.hits()).isPositive();
        assertThat(near.misses()).isPositive();
        assertThat(
                        outcome.stream(Event.CacheRead.class)
                                .filter(read -> read.tier() == Tier.NEAR_CACHE)
                                .map(read -> read.endedAt() - read.startedAt()))
                .isNotEmpty()
                .allMatch(nanos -> nanos == 100);
    }

    @Test
    void anotherNodesWriteIsFollowedFromItsMessageToTheNearCopies() throws Exception {
        var outcome = Outcome.simulated(plan(THREE, 1));
        var report = outcome.report();
        assertThat(outcome.all(Event.SubscriptionMade.class))
                .extracting(Event.SubscriptionMade::node)
                .containsExactlyInAnyOrder("app-1", "app-2", "app-3");
        assertThat(report.messagesPublished()).isPositive();
        assertThat(report.messagesDelivered()).isGreaterThan(report.messagesPublished());
        var delivered = outcome.all(Event.MessageDelivered.class).getLast();
        assertThat(outcome.all(Event.CacheRemoved.class))
                .anyMatch(gone ->
                        gone.tier() == Tier.NEAR_CACHE && gone.cause().equals(delivered.cause()));
    }

    @Test
    void aNodeThatIsKilledBeginsWithAnEmptyNearCacheAndListensAgain() throws Exception {
        var outcome =
                Outcome.simulated(plan(CopyRace.failing(THREE, "node 2 killed 200ms..400ms"), 1));
        LogCheck.check(outcome);
        assertThat(outcome.all(Event.SubscriptionMade.class))
                .filteredOn(made -> made.node().equals("app-2"))
                .hasSize(2);
        assertThat(outcome.all(Event.SubscriptionLost.class)).isEmpty();
    }

    @Test
    void withoutMessagesNearCopiesOfOthersStayOldUntilTheyExpire() throws Exception {
        var silent = THREE.withInvalidation(CopyRace.by(InvalidationName.TTL));
        boolean stale = false;
        for (long seed = 1; seed <= 20; seed++) {
            stale |= Race.isStaleInTheEnd(Outcome.simulated(plan(silent, seed)));
        }
        assertThat(stale).isTrue();
        var brief =
                silent.withCluster(
                        silent.cluster().withNearTimeToLive(Optional.of(Duration.ofSeconds(1))));
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(Race.isStaleInTheEnd(Outcome.simulated(plan(brief, seed)))).isFalse();
        }
    }

    @Test
    void theSameSeedGivesTheSameLog() throws Exception {
        var strategy = CopyRace.failing(THREE, "messages lost 20%");
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(Outcome.simulated(plan(strategy, seed)).events())
                    .isEqualTo(Outcome.simulated(plan(strategy, seed)).events());
        }
    }

    @Test
    void theLiveWorldDoesTheSame() throws Exception {
        try (var world = LiveWorld.open(LiveOptions.BUNDLED)) {
            var strategy =
                    Strategy.DEFAULT
                            .withTimeToLive(Duration.ZERO)
                            .withCluster(Cluster.DEFAULT.withNodes(3).withNearCapacity(10))
                            .withInvalidation(CopyRace.by(InvalidationName.EVENT));
            var plan = plan(strategy, 1);
            var outcome = Outcome.in(world, plan.withSpeed(10));
            LogCheck.check(outcome);
            assertThat(Race.isStaleInTheEnd(outcome)).isFalse();
            assertThat(outcome.report().messagesDelivered()).isPositive();
            assertThat(nearLookUps(outcome).hits() + nearLookUps(outcome).misses()).isPositive();
        }
    }
}
