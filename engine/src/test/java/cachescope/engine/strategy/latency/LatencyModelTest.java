package cachescope.engine.strategy.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatencyModelTest {
    private static final Fixed SECOND = new Fixed(Duration.ofSeconds(1));

    @Test
    void byDefaultEachTierIsSlowerThanTheOneBeforeIt() {
        assertThat(LatencyModel.TIERS)
                .extracting(tier -> LatencyModel.DEFAULT.of(tier).medianNanos())
                .containsExactly(100L, 1_000_000L, 30_000_000L, 55_000_000L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Tier.class,
            names = {"NEAR_CACHE", "REDIS", "EDGE", "DATABASE"})
    void oneTierIsChangedAndNoOther(Tier tier) {
        var changed = LatencyModel.DEFAULT.with(tier, SECOND);

        for (var each : LatencyModel.TIERS) {
            assertThat(changed.of(each))
                    .isEqualTo(each == tier ? SECOND : LatencyModel.DEFAULT.of(each));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Tier.class,
            names = {"CLIENT", "LOAD_BALANCER", "APP"})
    void whatIsNotCalledHasNoLatency(Tier tier) {
        assertThatThrownBy(() -> LatencyModel.DEFAULT.of(tier))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LatencyModel.DEFAULT.with(tier, SECOND))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
