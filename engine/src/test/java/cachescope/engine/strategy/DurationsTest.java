package cachescope.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "250ms, PT0.25S",
        "60s, PT1M",
        "5m, PT5M",
        "1h, PT1H",
        "1.5s, PT1.5S",
        "20us, PT0.00002S",
        "0.001us, PT0.000000001S",
        "100ns, PT0.0000001S",
        "0.4ns, PT0S",
        "0s, PT0S",
        "0.5h, PT30M",
        "90s, PT1M30S",
        "87600h, PT87600H"
    })
    void readsWhatPeopleWrite(String text, Duration expected) throws StrategyException {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT0.25S, 250ms",
        "PT1M, 60s",
        "PT2M, 2m",
        "PT5M, 5m",
        "PT1H, 1h",
        "PT1.5S, 1500ms",
        "PT0.00002S, 20us",
        "PT0.000000001S, 1ns",
        "PT0.0000001S, 100ns",
        "PT0.000000999S, 999ns",
        "PT0.000001001S, 1.001us",
        "PT90S, 90s",
        "PT0.0015S, 1.5ms",
        "PT-5S, -5s"
    })
    void writesWhatPeopleRead(Duration duration, String expected) {
        assertThat(Durations.print(duration)).isEqualTo(expected);
    }

    @Test
    void whatIsWrittenIsReadBackAsTheSame() throws StrategyException {
        var random = new SplittableRandom(1);
        for (int trial = 0; trial < 2_000; trial++) {
            var duration =
                    Duration.ofNanos(
                            random.nextLong(Durations.MAX.toNanos()) >> random.nextInt(60));
            assertThat(Durations.parse(Durations.print(duration))).isEqualTo(duration);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "60",
                "s",
                "5 s",
                "5S",
                "1e3s",
                "five seconds",
                "5sec",
                "1h30m",
                ".5s",
                "٥s",
                "NaNs",
                "0x5s",
                "\n5s"
            })
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(StrategyException.class)
                .hasMessageStartingWith(
                        "expected a duration such as 250ms, 1.5s, 60s, 5m, 1h or 0, but found '");
    }

    @Test
    void refusesANegativeDuration() {
        assertThatThrownBy(() -> Durations.parse("-5s"))
                .hasMessage("must not be negative, but is -5s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000s", "87601h", "99999999999999999999999999999999999h"})
    void refusesMoreThanTenYears(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .hasMessage("must be at most 87600h (ten years), but is " + text);
    }

    @Test
    void quotesOnlyTheBeginningOfALongText() {
        assertThatThrownBy(() -> Durations.parse("9".repeat(1_000_000)))
                .hasMessageEndingWith("9…'")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(200));
    }
}
