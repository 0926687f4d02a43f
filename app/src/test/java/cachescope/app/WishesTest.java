package cachescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.session.WorldKind;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WishesTest {
    private static final Conditions SMALL = Conditions.DEFAULT.withCacheCapacity(10);

    private final Wishes wishes = new Wishes();

    @Test
    void conditionsStayBehindInTheSimulatedWorldAndAreThereAgain() {
        wishes.world(WorldKind.SIMULATED);
        wishes.strategy(Strategy.DEFAULT.withConditions(SMALL));
        assertThat(wishes.world(WorldKind.LIVE)).isTrue();
        assertThat(wishes.strategy()).isEqualTo(Strategy.DEFAULT);
        wishes.strategy(Strategy.DEFAULT.withConcurrency(3));
        assertThat(wishes.world(WorldKind.SIMULATED)).isFalse();
        assertThat(wishes.strategy())
                .isEqualTo(Strategy.DEFAULT.withConcurrency(3).withConditions(SMALL));
    }

    @Test
    void conditionsThatWereTakenAwayDoNotComeBack() {
        wishes.world(WorldKind.SIMULATED);
        wishes.strategy(Strategy.DEFAULT.withConditions(SMALL));
        wishes.world(WorldKind.LIVE);
        wishes.world(WorldKind.SIMULATED);
        wishes.strategy(Strategy.DEFAULT);
        wishes.world(WorldKind.LIVE);
        wishes.world(WorldKind.SIMULATED);
        assertThat(wishes.strategy()).isEqualTo(Strategy.DEFAULT);
    }

    @Test
    void theLiveWorldRefusesWhatOnlyTheSimulatedOneHas() {
        assertThat(Wishes.refusalLive(Strategy.DEFAULT.withConditions(SMALL), 1))
                .get()
                .asString()
                .contains("simulated world");
        assertThat(Wishes.refusalLive(Strategy.DEFAULT, 1)).isEmpty();
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
