package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyCountsTest {

    @Test
    void aQuantileIsWithinAFewPercentOfTheTrueOne() {
        var random = new SplittableRandom(1);
        var counts = new LatencyCounts();
        var latencies =
                random.longs(10_000, 1_000, 50_000_000)
                        .map(l -> l * l / 50_000_000 + 1_000)
                        .toArray();
        for (long latency : latencies) {
            counts.add(latency);
        }
        var sorted = Arrays.stream(latencies).sorted().toArray();

        for (double quantile : new double[] {0.01, 0.5, 0.9, 0.99, 1}) {
            double expected = sorted[(int) Math.ceil(quantile * sorted.length) - 1];
            assertThat((double) counts.quantile(quantile).orElseThrow())
                    .as("quantile %s", quantile)
                    .isCloseTo(expected, within(expected * 0.04));
        }
    }

    @Test
    void whatIsTooSmallOrTooLargeIsCountedAtTheEdge() {
        var counts = new LatencyCounts();
        counts.add(0);
        counts.add(-1);
        counts.add(Long.MAX_VALUE);

        assertThat(counts.quantile(0.5).orElseThrow()).isLessThan(1_000);
        assertThat(counts.quantile(1).orElseThrow()).isGreaterThan(1_000_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 700, 1_025, 100_758_000, 1L << 40})
    void noQuantileIsAboveTheLongest(long longest) {
        var counts = new LatencyCounts();
        var sum = new LatencyCounts();
        counts.add(longest);
        counts.add(longest / 2);
        sum.addAll(counts);

        assertThat(counts.quantile(1).orElseThrow()).isLessThanOrEqualTo(longest);
        assertThat(sum.quantile(1).orElseThrow()).isLessThanOrEqualTo(longest);
    }

    @Test
    void theLatenciesOfMemoryAreToldApart() {
        for (long nanos : new long[] {0, 1, 3, 15, 16, 31}) {
            var counts = new LatencyCounts();
            counts.add(nanos);
            assertThat(counts.quantile(0.5)).hasValue(nanos);
        }
        var counts = new LatencyCounts();
        counts.add(100);
        assertThat((double) counts.quantile(0.5).orElseThrow()).isCloseTo(100, within(3.0));
    }

    @Test
    void nothingHasNoQuantile() {
        assertThat(new LatencyCounts().quantile(0.5)).isEmpty();
    }
}
