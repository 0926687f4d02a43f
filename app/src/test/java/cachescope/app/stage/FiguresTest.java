package cachescope.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest(name = "{0} ns")
    @CsvSource({
        "50,50.0 ns",
        "5500,5.50 µs",
        "62100,62.1 µs",
        "999499,999 µs",
        "999600,1.00 ms",
        "20100000,20.1 ms",
        "1250000000,1.25 s",
        "150000000000,2.50 min"
    })
    void tellsADurationInThreeDigits(double nanos, String words) {
        assertThat(Figures.duration(nanos).replace('\u00a0', ' ')).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0/s", "3.42 | 3.4/s", "9.96 | 10/s", "1140.2 | 1,140/s"})
    void tellsARate(double perSecond, String words) {
        assertThat(Figures.perSecond(perSecond)).isEqualTo(words);
    }

    @Test
    void tellsATimeOfTheRun() {
        assertThat(Figures.clock(221_386_000_000L)).isEqualTo("03:41.4");
        assertThat(Figures.clock(59_960_000_000L)).isEqualTo("01:00.0");
    }
}
