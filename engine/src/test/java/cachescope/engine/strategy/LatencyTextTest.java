package cachescope.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.latency.Distribution;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.LogNormal;
import cachescope.engine.strategy.latency.Measured;
import cachescope.engine.strategy.latency.TierLatency;
import cachescope.engine.strategy.latency.Uniform;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTextTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    @Test
    void readsTheThreeForms() throws StrategyException {
        assertThat(LatencyText.parseTier("REDIS=1ms"))
                .isEqualTo(new TierLatency(Tier.REDIS, new Fixed(MILLI)));
        assertThat(LatencyText.parseTier("database=1ms..100ms"))
                .isEqualTo(
                        new TierLatency(Tier.DATABASE, new Uniform(MILLI, Duration.ofMillis(100))));
        assertThat(LatencyText.parseTier(" near-cache = p50:1ms/p99:1.5ms "))
                .isEqualTo(
                        new TierLatency(
                                Tier.NEAR_CACHE,
                                new LogNormal(MILLI, Duration.ofNanos(1_500_000))));
        assertThat(LatencyText.parse("0..1h"))
                .isEqualTo(new Uniform(Duration.ZERO, Distribution.MAX));
    }

    @Test
    void writesTheDefaultsAsTheyAreTaught() {
        assertThat(LatencyText.print(LatencyModel.DEFAULT))
                .isEqualTo("NEAR_CACHE=100ns, REDIS=1ms, EDGE=10ms..50ms, DATABASE=10ms..100ms");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsWrittenIsReadBackAsTheSame(long seed) throws StrategyException {
        var random = new SplittableRandom(seed);
        for (int trial = 0; trial < 500; trial++) {
            var latency = RandomConditions.writable(random);
            assertThat(LatencyText.parse(LatencyText.print(latency))).isEqualTo(latency);
        }
    }

    @Test
    void whatWasMeasuredIsToldByItsMedianAndItsTail() {
        assertThat(LatencyText.print(Measured.of(share -> Math.round(share * 1_000_000))))
                .isEqualTo("measured p50:500us/p99:990us");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "REDIS|expected a tier and its latency such as REDIS=1ms, but found 'REDIS'",
                "RADIS=1ms|expected one of NEAR_CACHE, REDIS, EDGE, DATABASE, but found 'RADIS'; did you mean 'REDIS'?",
                "APP=1ms|expected one of NEAR_CACHE, REDIS, EDGE, DATABASE, but found 'APP'",
                "REDIS=|REDIS: expected a latency such as 1ms, 10ms..100ms or p50:1ms/p99:5ms, but found ''",
                "REDIS=fast|REDIS: expected a latency such as 1ms, 10ms..100ms or p50:1ms/p99:5ms, but found 'fast'",
                "REDIS=1ms..|REDIS: expected a duration such as 250ms, 1.5s, 60s, 5m, 1h or 0, but found '1ms..'",
                "REDIS=1ms..soon|REDIS: expected a latency such as 1ms, 10ms..100ms or p50:1ms/p99:5ms, but found '1ms..soon'",
                "REDIS=1|REDIS: expected a duration such as 250ms, 1.5s, 60s, 5m, 1h or 0, but found '1'",
                "REDIS=-1ms|REDIS: must not be negative, but is -1ms",
                "REDIS=2h|REDIS: a latency must be from 0 to 1h, but found '2h'",
                "REDIS=5ms..1ms|REDIS: the shortest latency must be below the longest one, but found '5ms..1ms'",
                "REDIS=p50:5ms/p99:1ms|REDIS: the median must be above 0 and below the 99th percentile, but found 'p50:5ms/p99:1ms'",
                "REDIS=p50:5ms|REDIS: expected a latency such as 1ms, 10ms..100ms or p50:1ms/p99:5ms, but found 'p50:5ms'"
            })
    void refusesWithASentence(String text, String message) {
        assertThatThrownBy(() -> LatencyText.parseTier(text))
                .isInstanceOf(StrategyException.class)
                .hasMessage(message);
    }

    @Test
    void quotesOnlyTheBeginningOfALongText() {
        assertThatThrownBy(() -> LatencyText.parseTier("REDIS=" + "x".repeat(1_000_000)))
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(300));
    }
}
