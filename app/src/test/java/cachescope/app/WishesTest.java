package cachescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.run.Disturbance;
import cachescope.engine.run.Plan;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.generator.GeneratedTraffic;
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
        long at = 130_000_000_000L;
        var plan = Plan.of(first, GeneratedTraffic.flashSale(1, 100, Duration.ofSeconds(1)));
        var shorter = plan.branch(at, first.withTimeToLive(Duration.ofSeconds(5)));
        assertThat(BranchWords.second(at, plan, shorter)).isEqualTo("from 02:10 · TTL 60s to 5s");
    }

    @Test
    void twoRunsAreToldApartByWhatGoesWrongInOneAlone() {
        long at = 5_000_000_000L;
        var first =
                Plan.of(Strategy.DEFAULT, GeneratedTraffic.flashSale(1, 100, Duration.ofSeconds(1)))
                        .branch(1, new Disturbance.ExpireKey("k"));
        var second = first.branch(at, new Disturbance.KillNode("app-2"));
        assertThat(BranchWords.second(at, first, second)).isEqualTo("from 00:05 · app-2 is killed");
        assertThat(BranchWords.second(at, first, first)).isEqualTo("from 00:05 · no change");
    }
}
