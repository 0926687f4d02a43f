package cachescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WishesTest {
    private static final Conditions SMALL = Conditions.DEFAULT.withCacheCapacity(10);

    private final Wishes wishes = new Wishes();

    @Test
    void aLiveRunGoesWithoutWhatOnlyTheSimulatedWorldHas() {
        wishes.strategy(Strategy.DEFAULT.withConditions(SMALL));
        assertThat(wishes.liveStrategy()).isEqualTo(Strategy.DEFAULT);
        assertThat(wishes.strategy().conditions()).isEqualTo(SMALL);
    }

    @Test
    void twoRunsAreToldApartByTheirStrategies() {
        var first = Strategy.DEFAULT.withTimeToLive(Duration.ofSeconds(60));
        assertThat(BranchWords.first(first)).isEqualTo("Cache-aside · TTL 60 s");
        assertThat(BranchWords.first(first.withPattern(PatternName.NO_CACHE)))
                .isEqualTo("No-cache");
        assertThat(
                        BranchWords.second(
                                130_000_000_000L,
                                first,
                                first.withTimeToLive(Duration.ofSeconds(5))))
                .isEqualTo("from 02:10 · TTL 60s to 5s");
    }
}
