package cachescope.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | time as it was",
                "0.00025 | time stretched 4,000 ×: 1 ms takes 4 s",
                "0.5 | time stretched 2 ×: 1 s takes 2 s",
                "10 | time sped up 10 ×: 1 s shows 10 s",
                "1000 | time sped up 1,000 ×: 1 s shows 16 min 40 s"
            })
    void saysTheScaleInForce(double rate, String words) {
        assertThat(Stretch.ofTime(rate)).isEqualTo(words);
    }

    @Test
    void saysByHowMuchAHopIsLongerThanItWas() {
        assertThat(Stretch.ofHops(1, OptionalLong.of(50_000)))
                .isEqualTo("hops at least 150 ms (Redis 50.0 µs: 6,000 × stretched)");
    }

    @Test
    void saysNothingOfRedisWhereItIsDrawnAsSlowAsTimeRuns() {
        assertThat(Stretch.ofHops(0.0001, OptionalLong.of(50_000)))
                .isEqualTo("hops at least 150 ms");
    }
}
