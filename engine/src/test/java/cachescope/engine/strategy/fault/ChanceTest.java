package cachescope.engine.strategy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceTest {
    private static final int TRIALS = 200_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void happensAsOftenAsItSays(long seed) {
        var random = new SplittableRandom(seed);
        var chance = new Chance(1, 50);

        double share = IntStream.range(0, TRIALS).filter(_ -> chance.happens(random)).count();

        assertThat(share / TRIALS).isCloseTo(0.02, within(0.001));
    }

    @Test
    void whatIsCertainAlwaysHappens() {
        var certain = new Chance(7, 7);

        assertThat(certain.happens(() -> -1L)).isTrue();
        assertThat(certain.happens(() -> 0L)).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameAnswersOnEveryMachine() {
        var random = new SplittableRandom(42);
        var even = new Chance(1, 2);

        assertThat(
                        IntStream.range(0, 12)
                                .mapToObj(_ -> even.happens(random) ? "x" : "-")
                                .collect(Collectors.joining()))
                .isEqualTo("-xxxx-x-x-xx");
    }

    @Test
    void isInLowestTerms() {
        assertThat(new Chance(2, 100)).isEqualTo(new Chance(1, 50));
        assertThat(new Chance(5, 5)).isEqualTo(new Chance(1, 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "-1, 5", "6, 5", "1, 0", "1, 1000000001"})
    void whatIsNoChanceIsRefused(long part, long whole) {
        assertThatThrownBy(() -> new Chance(part, whole))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a chance must be ");
    }
}
