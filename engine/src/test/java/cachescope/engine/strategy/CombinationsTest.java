package cachescope.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CombinationsTest {
    private static final Strategy NEAR =
            Strategy.DEFAULT.withCluster(Cluster.DEFAULT.withNearCapacity(100));

    @ParameterizedTest
    @EnumSource(GuardName.class)
    void everyGuardGoesWithTheDefault(GuardName guard) {
        assertThat(guarded(Strategy.DEFAULT, guard).problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = GuardName.class,
            names = {"XFETCH", "TAUGHT_XFETCH", "LOCKED_XFETCH", "BACKGROUND"})
    void whatActsBeforeTheExpiryNeedsOneAndIsAlone(GuardName guard) {
        var endless = Strategy.DEFAULT.withTimeToLive(Duration.ZERO);
        assertThat(reasons(guarded(endless, guard)))
                .containsExactly(
                        "This guard needs a TTL: it acts when an entry is about to expire.");
        var adaptive = ExpiryPolicy.DEFAULT.withName(ExpiryName.ADAPTIVE);
        assertThat(guarded(endless.withExpiry(adaptive), guard).problems()).isEmpty();
        assertThat(reasons(guarded(Strategy.DEFAULT.withPattern(PatternName.REFRESH_AHEAD), guard)))
                .hasSize(1);
    }

    @Test
    void aLeaseNeedsADeleteToKillIt() {
        assertThat(reasons(guarded(Strategy.DEFAULT.withOnWrite(OnWrite.UPDATE), GuardName.LEASE)))
                .containsExactly(
                        "A lease is killed by the delete, and here a write sets its value instead.");
        assertThat(reasons(guarded(told(Strategy.DEFAULT, InvalidationName.TAG), GuardName.LEASE)))
                .containsExactly(
                        "A lease is killed by the delete, and here a write moves a version on instead.");
    }

    @Test
    void tagsAndVersionsGoWithoutNearCachesAndTrackingNotWithout() {
        assertThat(reasons(told(NEAR, InvalidationName.TAG))).hasSize(1);
        assertThat(reasons(told(NEAR, InvalidationName.VERSION))).hasSize(1);
        assertThat(told(NEAR, InvalidationName.EVENT).problems()).isEmpty();
        assertThat(told(NEAR, InvalidationName.TRACKING).problems()).isEmpty();
        assertThat(reasons(told(Strategy.DEFAULT, InvalidationName.TRACKING))).hasSize(1);
    }

    @Test
    void writeBehindHasOneNode() {
        UnaryOperator<Cluster> three = cluster -> cluster.withNodes(3);
        var aside = Strategy.DEFAULT.withCluster(three.apply(Cluster.DEFAULT));
        assertThat(aside.problems()).isEmpty();
        assertThat(reasons(aside.withPattern(PatternName.WRITE_BEHIND))).hasSize(1);
    }

    @Test
    void theOptimumIsForNoRun() {
        assertThat(reasons(Strategy.DEFAULT.withEviction(EvictionName.OPT)))
                .containsExactly(
                        "The optimum must know all requests beforehand, so it is for hit ratios and curves, not for a run.");
    }

    @Test
    void whatDrawsNumbersOfItsOwnIsForTheLiveWorld() {
        assertThat(LiveOnly.problem(NEAR.withEviction(EvictionName.W_TINY_LFU)))
                .map(Problem::setting)
                .contains(Setting.EVICTION);
        assertThat(LiveOnly.problem(NEAR.withEviction(EvictionName.SAMPLED_LRU))).isEmpty();
    }

    @Test
    void anEvictionHasAMeaningWhereSomethingIsOfLimitedCapacity() {
        var given = Set.of(Setting.EVICTION);
        var limited = Conditions.DEFAULT.withCacheCapacity(10);

        assertThat(Strategy.DEFAULT.problems(given)).hasSize(1);
        assertThat(NEAR.problems(given)).isEmpty();
        assertThat(Strategy.DEFAULT.withConditions(limited).problems(given)).isEmpty();
        assertThat(NEAR.withPattern(PatternName.NO_CACHE).problems(given)).hasSize(1);
    }

    private static Strategy guarded(Strategy strategy, GuardName guard) {
        return strategy.withGuard(strategy.guard().withName(guard));
    }

    private static Strategy told(Strategy strategy, InvalidationName name) {
        return strategy.withInvalidation(strategy.invalidation().withName(name));
    }

    private static List<String> reasons(Strategy strategy) {
        return strategy.problems().stream().map(Problem::reason).toList();
    }
}
