package cachescope.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00:00.000",
        "221386999999, 03:41.386",
        "3821386000000, 1:03:41.386",
    })
    void aMomentIsWrittenToTheMillisecond(long nanos, String words) {
        assertThat(Times.clock(nanos)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ns",
        "999, 999 ns",
        "62000, 62.0 µs",
        "999499, 999 µs",
        "999500, 1.00 ms",
        "21400000, 21.4 ms",
        "999600000, 1.00 s",
        "1800000000, 1.80 s",
        "372000000000, 6 min 12 s",
        "7260000000000, 2 h 1 min",
    })
    void aLengthHasThreeDigitsThatCount(long nanos, String words) {
        assertThat(Times.length(nanos)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000, 4 s",
        "250000000, 250 ms",
        "120000000000, 2 min",
        "1500, 1.5 µs",
        "999424, 1 ms",
        "994000, 990 µs"
    })
    void aRoundLengthIsAsShortAsItCanBe(long nanos, String words) {
        assertThat(Times.roundLength(nanos)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.00025; 1 ms takes 4 s; 0.00025 ×",
                "0.0001; 1 ms takes 10 s; 0.0001 ×",
                "0.1; 1 s takes 10 s; 0.1 ×",
                "1; 1 s shows 1 s; 1 ×",
                "1000; 1 s shows 16 min 40 s; 1,000 ×",
            })
    void aRateSaysWhatItMeans(double rate, String meaning, String factor) {
        assertThat(Times.stretch(rate)).isEqualTo(meaning);
        assertThat(Times.factor(rate)).isEqualTo(factor);
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(Times.length(Double.NaN)).isEqualTo("–");
    }
}
