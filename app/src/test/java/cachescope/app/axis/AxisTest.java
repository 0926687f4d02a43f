package cachescope.app.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void timesAreMarkedAtRoundSteps() {
        assertThat(TimeAxis.ofClock(0, 372 * SECOND, 7))
                .extracting(Tick::label)
                .containsExactly("00:00", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00");
        assertThat(TimeAxis.ofLength(21_400_000, 4))
                .extracting(Tick::label)
                .containsExactly("0", "10 ms", "20 ms");
    }

    @Test
    void noAxisHasMoreMarksThanItHasRoomFor() {
        for (long length = 1; length < 400_000 * SECOND && length > 0; length = length * 3 + 1) {
            assertThat(TimeAxis.ofLength(length, 8)).hasSizeLessThanOrEqualTo(9);
        }
    }

    @Test
    void shortStretchesAreMarkedToTheMillisecond() {
        assertThat(TimeAxis.ofClock(0, SECOND / 2, 5)).extracting(Tick::label).contains("00:00.100");
    }

    @Test
    void aLogarithmicAxisHoldsItsValuesBetweenPowersOfTen() {
        var axis = LogarithmicAxis.around(62e3, 21e6);
        assertThat(axis).isEqualTo(new LogarithmicAxis(1e4, 1e8));
        assertThat(axis.shareOf(1e6)).isCloseTo(0.5, within(1e-9));
        assertThat(axis.shareOf(1)).isZero();
        assertThat(axis.shareOf(1e12)).isEqualTo(1);
        assertThat(axis.ticks(value -> "" + value)).hasSize(5);
    }

    @Test
    void oneValueAloneStillMakesALogarithmicAxis() {
        assertThat(LogarithmicAxis.around(1_000, 1_000)).isEqualTo(new LogarithmicAxis(1_000, 10_000));
    }

    @Test
    void aLinearAxisEndsAtARoundNumber() {
        assertThat(LinearAxis.upTo(0).to()).isEqualTo(1);
        assertThat(LinearAxis.upTo(1_580).to()).isEqualTo(2_000);
        assertThat(LinearAxis.upTo(500).to()).isEqualTo(500);
        assertThat(LinearAxis.upTo(700).to()).isEqualTo(1_000);
    }
}
