package cachescope.engine.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.fixture.ManualTasks;
import cachescope.engine.port.RandomStream;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JitteredExpiryTest {
    private static Expiry expiry(Duration length, double jitter) {
        var random = RandomStream.of(7, "expiry");
        return new JitteredExpiry(length, jitter, random, new ManualTasks());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5, 1})
    void lengthsAreSpreadEvenlyOverTheShare(double jitter) {
        var expiry = expiry(Duration.ofSeconds(60), jitter);
        var seconds =
                IntStream.range(0, 10_000)
                        .mapToDouble(i -> expiry.timeToLive("k").toNanos() / 1e9)
                        .summaryStatistics();
        double width = 60 * jitter;
        assertThat(seconds.getMin()).isBetween(60 - width, 60 - width * 0.99);
        assertThat(seconds.getMax()).isBetween(60 + width * 0.99, 60 + width);
        assertThat(seconds.getAverage()).isBetween(60 - width * 0.03, 60 + width * 0.03);
    }

    @Test
    void withoutJitterAllAreTheSame() {
        var expiry = expiry(Duration.ofSeconds(60), 0);
        assertThat(IntStream.range(0, 100).mapToObj(i -> expiry.timeToLive("k")))
                .containsOnly(Duration.ofSeconds(60));
    }

    @Test
    void forEverStaysForEver() {
        assertThat(expiry(Duration.ZERO, 0.5).timeToLive("k")).isZero();
    }

    @Test
    void noLengthBecomesForEver() {
        var expiry = expiry(Duration.ofNanos(2), 1);
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> expiry.timeToLive("k")))
                .allMatch(Duration::isPositive);
    }

    @Test
    void whatIsNoJitterIsRefused() {
        assertThatThrownBy(() -> expiry(Duration.ofSeconds(1), 1.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jitter must be from 0 to 1, but is 1.1");
        assertThatThrownBy(() -> expiry(Duration.ofSeconds(-1), 0.1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
