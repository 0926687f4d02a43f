package cachescope.app.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StopsTest {
    private final Stops stops = Stops.at(0, 1, 10, 100);

    @Test
    void aPositionRestsAtTheNearestStop() {
        assertThat(stops.valueNear(1.4)).isEqualTo(1);
        assertThat(stops.valueNear(1.6)).isEqualTo(10);
        assertThat(stops.valueNear(99)).isEqualTo(100);
        assertThat(stops.valueNear(-1)).isEqualTo(0);
    }

    @Test
    void aValueBetweenStopsLiesByItsLogarithm() {
        assertThat(stops.positionOf(Math.sqrt(10))).isCloseTo(1.5, within(1e-9));
        assertThat(stops.positionOf(0.5)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void everyStopIsAtItsOwnPosition() {
        var rates = Stops.ofDecades(-4, 3);
        for (int i = 0; i <= rates.last(); i++) {
            assertThat(rates.positionOf(rates.valueNear(i))).isEqualTo(i);
        }
        assertThat(rates.valueNear(0)).isEqualTo(0.0001);
        assertThat(rates.valueNear(1)).isEqualTo(0.00025);
        assertThat(rates.valueNear(rates.last())).isEqualTo(1000);
    }

    @Test
    void theLastStopMayBeWithoutEnd() {
        var speeds = Stops.at(1, 100, Double.POSITIVE_INFINITY);
        assertThat(speeds.positionOf(Double.POSITIVE_INFINITY)).isEqualTo(2);
        assertThat(speeds.positionOf(1_000)).isBetween(1.0, 2.0);
    }

    @Test
    void stopsThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> Stops.at(1, 1)).hasMessageContaining("expected rising values");
    }
}
