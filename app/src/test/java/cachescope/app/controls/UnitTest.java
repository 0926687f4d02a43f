package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.strategy.StrategyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "250ms, 250000000",
        "60 s, 60000000000",
        "5m, 300000000000",
        "5 min, 300000000000",
        "0, 0",
        "1.5s, 1500000000"
    })
    void timesAreReadAsPeopleWriteThem(String text, double nanos) throws StrategyException {
        assertThat(Unit.TIME.read(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "250000000, 250 ms",
        "60000000000, 60 s",
        "300000000000, 5 min",
        "0, 0",
        "3600000000000, 1 h",
        "250000, 250 µs"
    })
    void timesAreWrittenOut(double nanos, String text) throws StrategyException {
        assertThat(Unit.TIME.write(nanos)).isEqualTo(text);
        assertThat(Unit.TIME.read(text)).isEqualTo(nanos);
    }

    @Test
    void aLifeOfZeroIsForEver() throws StrategyException {
        assertThat(Unit.ENDLESS_TIME.write(0)).isEqualTo("for ever");
        assertThat(Unit.ENDLESS_TIME.read("for ever")).isZero();
        assertThat(Unit.ENDLESS_TIME.read("0")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"as TTL, 0", "ttl, 0", "5 s, 5000000000", "for ever, Infinity", "0, Infinity"})
    void aNearLifeIsThatOfTheTtlOrItsOwn(String text, double value) throws StrategyException {
        assertThat(Unit.NEAR_TIME.read(text)).isEqualTo(value);
        assertThat(Unit.NEAR_TIME.read(Unit.NEAR_TIME.write(value))).isEqualTo(value);
    }

    @Test
    void noEntriesAreOff() throws StrategyException {
        assertThat(Unit.OPTIONAL_COUNT.write(0)).isEqualTo("off");
        assertThat(Unit.OPTIONAL_COUNT.read("off")).isZero();
        assertThat(Unit.OPTIONAL_COUNT.read("1,024")).isEqualTo(1_024);
    }

    @Test
    void aFactorHasNoMoreDigitsThanItNeeds() throws StrategyException {
        assertThat(Unit.FACTOR.write(1)).isEqualTo("1");
        assertThat(Unit.FACTOR.write(0.5)).isEqualTo("0.5");
        assertThat(Unit.FACTOR.read("1.5")).isEqualTo(1.5);
        assertThatThrownBy(() -> Unit.FACTOR.read("-1")).hasMessageContaining("expected 1 or 0.5");
    }

    @Test
    void aShareMayBeWrittenInBothWays() throws StrategyException {
        assertThat(Unit.SHARE.read("80 %")).isEqualTo(0.8);
        assertThat(Unit.SHARE.read("0.8")).isEqualTo(0.8);
        assertThat(Unit.SHARE.write(0.8)).isEqualTo("80 %");
    }

    @Test
    void aCountMayHaveCommas() throws StrategyException {
        assertThat(Unit.COUNT.read("10,000")).isEqualTo(10_000);
        assertThat(Unit.COUNT.write(10_000)).isEqualTo("10,000");
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void whatCannotBeReadSaysWhatWasExpected(Unit unit) {
        assertThatThrownBy(() -> unit.read("much"))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("expected")
                .hasMessageContaining("much");
    }

    @Test
    void aNumberOfMoreDigitsThanThereCanBeIsRefused() {
        assertThatThrownBy(() -> Unit.COUNT.read("1000000000000"))
                .isInstanceOf(StrategyException.class);
        assertThatThrownBy(() -> Unit.TIME.read("-5s")).isInstanceOf(StrategyException.class);
    }
}
