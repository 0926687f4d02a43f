package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void requestsArriveWhenTheRecordingSaysDividedByTheSpeed() {
        assertThat(Pace.from(1, 0).arrival(1_000, 0)).isEqualTo(1_000);
        assertThat(Pace.from(10, 0).arrival(1_000, 0)).isEqualTo(100);
    }

    @Test
    void atFullSpeedARequestArrivesNow() {
        assertThat(Pace.from(Pace.MAX, 0).arrival(1_000, 77)).isEqualTo(77);
    }

    @Test
    void anotherSpeedLeavesWhatHasArrivedAsItWas() {
        var faster = Pace.from(1, 0).with(10, 900, 1_000);

        assertThat(faster.arrival(1_000, 1_000)).isEqualTo(1_000);
        assertThat(faster.arrival(2_000, 1_000)).isEqualTo(1_100);
    }

    @Test
    void heldTrafficGoesOnFromWhereItStood() {
        var held = Pace.from(1, 0).held(true, 900, 1_000);
        var released = held.held(false, 900, 5_000);

        assertThat(held.held()).isTrue();
        assertThat(released.arrival(1_500, 5_000)).isEqualTo(5_500);
    }

    @Test
    void afterFullSpeedTheRecordingGoesOnFromItsLastRequest() {
        var slower = Pace.from(Pace.MAX, 0).with(2, 8_000, 100);

        assertThat(slower.arrival(10_000, 100)).isEqualTo(1_100);
    }
}
