package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.controls.FaultsViewModel.ReadyMade;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.FaultText;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.fault.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsViewModelTest {
    private final StrategyViewModel strategy =
            new StrategyViewModel(
                    Strategy.DEFAULT, Strategy.DEFAULT, _ -> Optional.empty(), _ -> {});
    private final FaultsViewModel model = new FaultsViewModel(strategy);

    @Test
    void aWrittenFaultIsPutInForceAndTakenAwayAgain() {
        assertThat(model.add("redis down 2s..4s")).isTrue();
        assertThat(strategy.strategy().conditions().faults())
                .containsExactly(
                        new FaultRule.Down(Tier.REDIS, new Span(2_000_000_000L, 4_000_000_000L)));
        model.remove(model.rules().getFirst());
        assertThat(strategy.strategy()).isEqualTo(Strategy.DEFAULT);
    }

    @Test
    void whatCannotBeReadSaysWhyUntilItIsForgiven() {
        assertThat(model.add("redis sleeps")).isFalse();
        assertThat(model.problemProperty().get())
                .startsWith("'redis sleeps': expected one of down")
                .endsWith(".");
        model.forgive();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.rules()).isEmpty();
    }

    @Test
    void aFaultThatIsThereAlreadyIsNotAddedTwice() {
        model.add("redis slow 10x");
        assertThat(model.add("  REDIS slow 10.0x ")).isFalse();
        assertThat(model.rules()).hasSize(1);
        assertThat(model.problemProperty().get()).isEqualTo("This fault is there already.");
    }

    @Test
    void aFaultThatCanChangeNothingIsRefusedWithTheReason() {
        assertThat(model.add("node 2 killed 2s..4s")).isFalse();
        assertThat(model.problemProperty().get()).isEqualTo("There is one application node.");
    }

    @Test
    void aFaultThatLostItsMeaningSaysSoAndStays() {
        model.add("redis down");
        strategy.choose(PatternName.NO_CACHE);
        assertThat(model.rules()).hasSize(1);
        assertThat(model.reasonAgainst(model.rules().getFirst())).contains("There is no cache.");
    }

    @Test
    void everyReadyMadeFaultCanBeAddedToTheStandardStrategy() {
        assertThat(FaultsViewModel.READY_MADE).extracting(ReadyMade::text).allMatch(model::add);
        assertThat(model.rules())
                .extracting(FaultText::print)
                .containsExactly(
                        "redis down 2s..4s",
                        "redis slow 10x",
                        "redis lost-after 1%",
                        "database fails 2%",
                        "node 1 killed 2s..4s");
    }
}
