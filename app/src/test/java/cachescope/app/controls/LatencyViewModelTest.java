package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.LatencyText;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.latency.Distribution;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.Measured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyViewModelTest {
    private static final Distribution MEASURED =
            Measured.of(share -> Math.round(40_000 + share * 50_000));

    private final List<String> messages = new ArrayList<>();
    private final StrategyViewModel strategy =
            new StrategyViewModel(
                    Strategy.DEFAULT, Strategy.DEFAULT, _ -> Optional.empty(), messages::add);
    private final ScriptedMeasuring source = new ScriptedMeasuring();
    private final LatencyViewModel model = new LatencyViewModel(strategy, source);

    @Test
    void aWrittenLatencyIsPutInForce() {
        assertThat(model.write(Tier.REDIS, "62 µs")).isTrue();
        assertThat(inForce().redis()).isEqualTo(new Fixed(Duration.ofNanos(62_000)));
        assertThat(inForce().database()).isEqualTo(LatencyModel.DEFAULT.database());
        assertThat(model.problemProperty(Tier.REDIS).get()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsExplainedBesideItsFieldAndNowhereElse() {
        assertThat(model.write(Tier.DATABASE, "slow")).isFalse();
        assertThat(model.problemProperty(Tier.DATABASE).get())
                .startsWith("Expected a latency such as 1ms")
                .endsWith("'slow'.");
        assertThat(model.problemProperty(Tier.REDIS).get()).isEmpty();
        assertThat(messages).isEmpty();
        assertThat(strategy.strategy()).isEqualTo(Strategy.DEFAULT);
        model.forgive(Tier.DATABASE);
        assertThat(model.problemProperty(Tier.DATABASE).get()).isEmpty();
    }

    @Test
    void theDefaultLadderComesBack() {
        model.write(Tier.REDIS, "5ms");
        model.write(Tier.DATABASE, "never");
        model.useDefault();
        assertThat(inForce()).isEqualTo(LatencyModel.DEFAULT);
        assertThat(model.problemProperty(Tier.DATABASE).get()).isEmpty();
    }

    @Test
    void whatWasMeasuredIsPutInForceAndToldWithItsCalls() {
        model.measure();
        assertThat(model.measuringProperty().get()).isTrue();
        model.look();
        assertThat(model.measuringProperty().get()).isTrue();
        source.found(
                LatencyModel.DEFAULT
                        .with(Tier.REDIS, MEASURED)
                        .with(Tier.DATABASE, new Fixed(Duration.ofMillis(1))),
                12_230,
                4_789);
        model.look();
        assertThat(model.measuringProperty().get()).isFalse();
        assertThat(inForce().redis()).isEqualTo(MEASURED);
        assertThat(model.outcomeProperty().get())
                .isEqualTo("Measured Redis from 12,230 calls and the database from 4,789 calls.");
    }

    @Test
    void aTierWithTooFewCallsKeepsWhatWasWrittenMeanwhileAndIsNamed() {
        model.measure();
        model.write(Tier.DATABASE, "7ms");
        source.found(LatencyModel.DEFAULT.with(Tier.REDIS, MEASURED), 100, 42);
        model.look();
        assertThat(inForce().redis()).isEqualTo(MEASURED);
        assertThat(inForce().database()).isEqualTo(new Fixed(Duration.ofMillis(7)));
        assertThat(model.outcomeProperty().get())
                .isEqualTo(
                        "Measured Redis from 100 calls. Too few to measure the database from 42 calls; 100 are needed.");
    }

    @Test
    void aMeasurementThatFailedChangesNothingAndSaysWhy() {
        model.measure();
        source.failed("This run has too few calls.");
        model.look();
        assertThat(strategy.strategy()).isEqualTo(Strategy.DEFAULT);
        assertThat(model.outcomeProperty().get()).isEqualTo("This run has too few calls.");
        assertThat(model.measuringProperty().get()).isFalse();
    }

    @Test
    void oneMeasurementIsMadeAtATime() {
        model.measure();
        model.measure();
        assertThat(source.begun).isEqualTo(1);
    }

    @Test
    void onlyALiveRunIsMeasured() {
        assertThat(model.reasonAgainstMeasuring()).isEmpty();
        strategy.showWorld(true);
        assertThat(model.reasonAgainstMeasuring()).isPresent();
    }

    @Test
    void whatIsMeasuredStaysMeasuredWhenItsFieldIsLeft() {
        model.measure();
        source.found(LatencyModel.DEFAULT.with(Tier.REDIS, MEASURED), 100, 0);
        model.look();
        assertThat(model.write(Tier.REDIS, LatencyWords.written(model.of(Tier.REDIS)))).isTrue();
        assertThat(inForce().redis()).isEqualTo(MEASURED);
        assertThat(LatencyWords.meaning(MEASURED))
                .isEqualTo("half within 65 µs, 99 % within 90 µs");
    }

    @ParameterizedTest
    @CsvSource({
        "0, no time",
        "1ms, always 1 ms",
        "10ms..100ms, anything from 10 ms to 100 ms",
        "p50:1ms/p99:5ms, 'half within 1 ms, 99 % within 5 ms'"
    })
    void aLatencySaysWhatItMeans(String text, String meaning) throws StrategyException {
        var latency = LatencyText.parse(text);
        assertThat(LatencyWords.meaning(latency)).isEqualTo(meaning);
        assertThat(LatencyText.parse(LatencyWords.written(latency))).isEqualTo(latency);
    }

    private LatencyModel inForce() {
        return strategy.strategy().conditions().latency();
    }
}
