package cachescope.engine.strategy.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    private static final int DRAWS = 200_000;
    private static final Distribution FIXED = new Fixed(millis(1));
    private static final Distribution UNIFORM = new Uniform(millis(10), millis(100));
    private static final Distribution LOG_NORMAL = new LogNormal(millis(1), millis(5));

    /** Quantile q of it is q seconds, squared: 0 to 1 s. */
    private static final Measured SQUARES = Measured.of(share -> Math.round(share * share * 1e9));

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static long[] sorted(Distribution distribution, long seed) {
        var random = new SplittableRandom(seed);
        return LongStream.generate(() -> distribution.draw(random)).limit(DRAWS).sorted().toArray();
    }

    private static long quantile(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    @Test
    void theSameSeedDrawsTheSameNanosecondsOnEveryMachine() {
        assertThat(firstDraws(FIXED)).containsExactly(1_000_000L, 1_000_000L, 1_000_000L);
        assertThat(firstDraws(UNIFORM)).containsExactly(76_740_839L, 24_391_935L, 35_074_102L);
        assertThat(firstDraws(LOG_NORMAL)).containsExactly(1_841_106L, 732_046L, 1_139_179L);
        assertThat(firstDraws(SQUARES)).containsExactly(549_931_669L, 25_572_221L, 77_630_621L);
    }

    private static List<Long> firstDraws(Distribution distribution) {
        var random = new SplittableRandom(42);
        return LongStream.generate(() -> distribution.draw(random)).limit(3).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void uniformLatenciesLieEvenlyBetweenTheirBounds(long seed) {
        var draws = sorted(UNIFORM, seed);

        assertThat(draws[0]).isBetween(10_000_000L, 10_010_000L);
        assertThat(draws[DRAWS - 1]).isBetween(99_990_000L, 100_000_000L);
        for (double share : new double[] {0.1, 0.25, 0.5, 0.75, 0.9}) {
            assertThat(quantile(draws, share) / 1e6).isCloseTo(10 + 90 * share, within(0.5));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void logNormalLatenciesHaveTheirMedianAndTheir99thPercentile(long seed) {
        var draws = sorted(LOG_NORMAL, seed);

        assertThat(draws[0]).isPositive();
        assertThat(quantile(draws, 0.5)).isCloseTo(1_000_000, Percentage.withPercentage(2));
        assertThat(quantile(draws, 0.99)).isCloseTo(5_000_000, Percentage.withPercentage(4));
        assertThat(quantile(draws, 0.01)).isCloseTo(200_000, Percentage.withPercentage(4));
        double sigma = Math.log(5) / 2.3263478740408408;
        assertThat(quantile(draws, 0.841344746))
                .isCloseTo(Math.round(1e6 * Math.exp(sigma)), Percentage.withPercentage(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void measuredLatenciesHaveTheirQuantiles(long seed) {
        var draws = sorted(SQUARES, seed);

        for (double share : new double[] {0.1, 0.255, 0.5, 0.9, 0.99, 0.999}) {
            assertThat(quantile(draws, share) / 1e9).isCloseTo(share * share, within(0.005));
        }
    }

    @Test
    void oneSlowCallInAHundredThousandDoesNotMakeOneInAHundredSlow() {
        var measured = Measured.of(share -> share == 1 ? 1_000_000_000 : 1_000);

        var draws = sorted(measured, 1);

        assertThat(quantile(draws, 0.9995)).isEqualTo(1_000);
        assertThat(draws[DRAWS - 1]).isGreaterThan(1_000);
    }

    @Test
    void theMedianIsHalfWay() {
        assertThat(FIXED.medianNanos()).isEqualTo(1_000_000);
        assertThat(UNIFORM.medianNanos()).isEqualTo(55_000_000);
        assertThat(LOG_NORMAL.medianNanos()).isEqualTo(1_000_000);
        assertThat(SQUARES.medianNanos()).isEqualTo(250_000_000);
    }

    @Test
    void measuredLatenciesAreInterpolatedBetweenTheirQuantiles() {
        assertThat(SQUARES.quantile(0)).isZero();
        assertThat(SQUARES.quantile(0.5)).isEqualTo(250_000_000);
        assertThat(SQUARES.quantile(0.505)).isEqualTo((250_000_000 + 260_100_000) / 2);
        assertThat(SQUARES.quantile(0.9999)).isEqualTo(999_800_010);
        assertThat(SQUARES.quantile(1)).isEqualTo(1_000_000_000);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void theExtremesOfAGeneratorStayInBounds(long bits) {
        RandomGenerator extreme = () -> bits;

        assertThat(UNIFORM.draw(extreme)).isBetween(10_000_000L, 100_000_000L);
        assertThat(SQUARES.draw(extreme)).isBetween(0L, 1_000_000_000L);
        assertThat(new LogNormal(Duration.ofNanos(1), Distribution.MAX).draw(extreme))
                .isBetween(0L, Distribution.MAX.toNanos());
        assertThat(new LogNormal(Duration.ofMinutes(59), Distribution.MAX).draw(extreme))
                .isBetween(0L, Distribution.MAX.toNanos());
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatThrownBy(() -> new Fixed(millis(-1)))
                .hasMessage("a latency must be from 0 to 1h");
        assertThatThrownBy(() -> new Fixed(Duration.ofHours(2)))
                .hasMessage("a latency must be from 0 to 1h");
        assertThatThrownBy(() -> new Uniform(millis(2), millis(2)))
                .hasMessage("the shortest latency must be below the longest one");
        assertThatThrownBy(() -> new LogNormal(Duration.ZERO, millis(2)))
                .hasMessage("the median must be above 0 and below the 99th percentile");
        assertThatThrownBy(() -> new LogNormal(millis(5), millis(1)))
                .hasMessage("the median must be above 0 and below the 99th percentile");
        assertThatThrownBy(() -> new Measured(List.of(1L, 2L)))
                .hasMessage("measured latencies are %d quantiles, but these are 2", Measured.SIZE);
        assertThatThrownBy(() -> Measured.of(share -> Math.round(100 - share * 100)))
                .hasMessage("no quantile of measured latencies may be below the one before it");
        assertThatThrownBy(() -> Measured.of(share -> -1))
                .hasMessage("a latency must be from 0 to 1h");
    }
}
