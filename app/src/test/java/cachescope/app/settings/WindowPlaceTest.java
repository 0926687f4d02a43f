package cachescope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowPlaceTest {

    @Test
    void theFirstPlaceIsTheMiddleOfTheScreen() {
        assertThat(WindowPlace.inTheMiddleOf(100, 30, 1_920, 1_050, 1_440, 900))
                .isEqualTo(new WindowPlace(340, 105, 1_440, 900, false));
    }

    @Test
    void aWindowIsNoLargerThanTheScreen() {
        assertThat(WindowPlace.inTheMiddleOf(0, 0, 1_024, 768, 1_440, 900))
                .isEqualTo(new WindowPlace(0, 0, 1_024, 768, false));
    }

    @Test
    void aPlaceWhoseTitleIsOffTheScreenCannotBeReached() {
        var place = new WindowPlace(-2, -28, 1_440, 900, false);
        assertThat(place.isReachableOn(0, 0, 1_920, 1_080)).isFalse();
        assertThat(new WindowPlace(0, 0, 1_440, 900, false).isReachableOn(0, 0, 1_920, 1_080))
                .isTrue();
    }
}
