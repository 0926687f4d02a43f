package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.strategy.EvictionName;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Setting;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyViewModelTest {
    private final List<Strategy> used = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private final StrategyViewModel model =
            new StrategyViewModel(
                    Strategy.DEFAULT,
                    Strategy.DEFAULT,
                    next -> {
                        used.add(next);
                        return refusal;
                    },
                    messages::add);

    @Test
    void aChangeIsPutInForceAtOnce() {
        model.choose(PatternName.WRITE_THROUGH);
        assertThat(used).containsExactly(Strategy.DEFAULT.withPattern(PatternName.WRITE_THROUGH));
        assertThat(model.strategy()).isEqualTo(used.getLast());
    }

    @Test
    void whatIsInForceAlreadyIsNotPutInForceAgain() {
        model.choose(PatternName.CACHE_ASIDE);
        model.turn(Dial.TIME_TO_LIVE, 60e9);
        assertThat(used).isEmpty();
    }

    @Test
    void aRefusedChangeIsToldAndLeavesTheStrategyAsItWas() {
        refusal = Optional.of("The run is over.");
        var shown = new ArrayList<Strategy>();
        model.strategyProperty().addListener((_, _, now) -> shown.add(now));
        model.choose(OnWrite.UPDATE);
        assertThat(messages).containsExactly("The run is over.");
        assertThat(model.strategy()).isEqualTo(Strategy.DEFAULT);
        assertThat(shown).last().isEqualTo(Strategy.DEFAULT);
    }

    @Test
    void aStrategyThatMakesNoSenseIsNotEvenTried() {
        model.turn(Dial.TIME_TO_LIVE, 0);
        model.choose(PatternName.REFRESH_AHEAD);
        assertThat(model.strategy().pattern()).isEqualTo(PatternName.CACHE_ASIDE);
        assertThat(messages).singleElement().asString().isNotBlank();
    }

    @Test
    void aWrittenValueIsTakenOrRefusedWithTheNameOfTheSetting() {
        assertThat(model.write(Dial.TIME_TO_LIVE, "5m")).isTrue();
        assertThat(model.strategy().timeToLive()).isEqualTo(Duration.ofMinutes(5));
        assertThat(model.write(Dial.TIME_TO_LIVE, "soon")).isFalse();
        assertThat(messages).singleElement().asString().startsWith("TTL: ").contains("soon");
    }

    @Test
    void aFixCanBeSwitchedOffAndOn() {
        model.protect(Fix.CHECKED_FILL, false);
        assertThat(model.strategy().has(Fix.CHECKED_FILL)).isFalse();
        model.protect(Fix.CHECKED_FILL, true);
        assertThat(model.strategy()).isEqualTo(Strategy.DEFAULT);
    }

    @Test
    void whatHasNoMeaningSaysWhy() {
        assertThat(model.reasonAgainst(Dial.WRITE_DELAY)).get().asString().contains("write-behind");
        assertThat(model.reasonAgainst(Dial.TIME_TO_LIVE)).isEmpty();
        model.choose(PatternName.WRITE_BEHIND);
        assertThat(model.reasonAgainst(Dial.WRITE_DELAY)).isEmpty();
        assertThat(model.reasonAgainstOnWrite()).isPresent();
    }

    @Test
    void aKindOfDataSetsATtlThatIsUsualForIt() {
        model.choose(DataKind.STATIC);
        assertThat(model.strategy().timeToLive()).isEqualTo(Duration.ofHours(6));
        assertThat(model.kindProperty().get()).contains(DataKind.STATIC);
        model.turn(Dial.TIME_TO_LIVE, 5e9);
        assertThat(model.kindProperty().get()).isEmpty();
    }

    @Test
    void aTtlThatIsUsualForTwoKindsStaysOfTheChosenOne() {
        assertThat(model.kindProperty().get()).contains(DataKind.API);
        model.choose(DataKind.REAL_TIME);
        assertThat(model.strategy().timeToLive()).isEqualTo(Duration.ofSeconds(60));
        assertThat(model.kindProperty().get()).contains(DataKind.REAL_TIME);
    }

    @ParameterizedTest
    @EnumSource(DataKind.class)
    void aKindSetsATtlInsideItsRangeAndSaysTheRange(DataKind kind) {
        var forEver = Strategy.DEFAULT.withTimeToLive(Duration.ZERO);
        assertThat(kind.has(kind.in(forEver).timeToLive())).isTrue();
        assertThat(kind.sentence()).contains(kind.range());
    }

    @Test
    void whatCannotBePutToTheRestSaysWhy() {
        assertThat(model.reasonAgainst(InvalidationName.TRACKING))
                .get()
                .asString()
                .contains("there are none");
        model.turn(Dial.NEAR_CAPACITY, 256);
        assertThat(model.reasonAgainst(InvalidationName.TRACKING)).isEmpty();
        assertThat(model.reasonAgainst(InvalidationName.TAG)).isPresent();
        model.choose(GuardName.LEASE);
        assertThat(model.reasonAgainst(OnWrite.UPDATE)).isPresent();
        assertThat(model.reasonAgainst(PatternName.WRITE_THROUGH)).isPresent();
        assertThat(messages).isEmpty();
    }

    @Test
    void anEvictionCanBeChosenWhereSomethingIsEvicted() {
        assertThat(model.reasonAgainst(Setting.EVICTION)).isPresent();
        model.turn(Dial.NEAR_CAPACITY, 256);
        assertThat(model.reasonAgainst(Setting.EVICTION)).isEmpty();
        model.choose(EvictionName.SIEVE);
        assertThat(model.strategy().eviction()).isEqualTo(EvictionName.SIEVE);
        assertThat(model.reasonAgainst(EvictionName.W_TINY_LFU)).isEmpty();
        model.showWorld(true);
        assertThat(model.reasonAgainst(EvictionName.W_TINY_LFU)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(EvictionName.class)
    void everyEvictionIsDescribedInASentence(EvictionName eviction) {
        assertThat(EvictionWords.title(eviction)).isNotBlank();
        assertThat(EvictionWords.sentence(eviction)).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(GuardName.class)
    void everyGuardIsDescribedInASentence(GuardName guard) {
        assertThat(ProtectionWords.title(guard)).isNotBlank();
        assertThat(ProtectionWords.sentence(guard)).endsWith(".");
    }

    @Test
    void aResetGoesBackToTheStandard() {
        model.turn(Dial.CONCURRENCY, 8);
        model.reset();
        assertThat(model.strategy()).isEqualTo(Strategy.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(Dial.class)
    void everyDialSetsWhatItShows(Dial dial) {
        double value = dial.stops().valueNear(2);
        assertThat(dial.of(dial.with(Strategy.DEFAULT, value))).isEqualTo(value);
        assertThat(dial.sentence()).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(PatternName.class)
    void everyPatternIsDescribedInASentence(PatternName pattern) {
        assertThat(PatternWords.title(pattern)).isNotBlank();
        assertThat(PatternWords.sentence(pattern)).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(Fix.class)
    void everyFixSaysWhatIsSeenWithoutIt(Fix fix) {
        assertThat(PatternWords.title(fix)).isNotBlank();
        assertThat(PatternWords.sentence(fix)).contains("without it");
    }
}
