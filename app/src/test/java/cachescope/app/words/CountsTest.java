package cachescope.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {
    @Test
    void thousandsAreSetApart() {
        assertThat(Counts.of(41_208, "request", "requests")).isEqualTo("41,208 requests");
        assertThat(Counts.of(1, "request", "requests")).isEqualTo("1 request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0/s", "0.42; 0.4/s", "9.96; 10.0/s", "2140.4; 2,140/s", "NaN; –"})
    void aRateIsPerSecond(double rate, String words) {
        assertThat(Counts.perSecond(rate)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"999, 999 B", "1400, 1.4 kB", "12400000, 12.4 MB", "1250000000, 1.25 GB"})
    void bytesHaveAUnit(long bytes, String words) {
        assertThat(Counts.bytes(bytes)).isEqualTo(words);
    }

    @Test
    void aShareIsInPercent() {
        assertThat(Counts.share(0.8724)).isEqualTo("87.2 %");
        assertThat(Counts.share(Double.NaN)).isEqualTo("–");
    }
}
