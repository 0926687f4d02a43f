package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficViewModelTest {
    private final List<String> asked = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private final TrafficViewModel model =
            new TrafficViewModel(
                    1,
                    (speed, held) -> {
                        asked.add(speed + " " + held);
                        return refusal;
                    },
                    () -> asked.add("restart"),
                    messages::add);

    @Test
    void theTrafficIsHeldAndLetGoAtItsSpeed() {
        model.changeSpeed(10);
        model.toggleHold();
        model.toggleHold();
        assertThat(asked).containsExactly("10.0 false", "10.0 true", "10.0 false");
        assertThat(model.heldProperty().get()).isFalse();
    }

    @Test
    void aRefusedSpeedIsToldAndNotShown() {
        refusal = Optional.of("A write delay of 100 ms would last 10 ms.");
        model.changeSpeed(10);
        assertThat(messages).containsExactly("A write delay of 100 ms would last 10 ms.");
        assertThat(model.speedProperty().get()).isEqualTo(1);
    }

    @Test
    void theSameSpeedIsNotAskedForAgain() {
        model.changeSpeed(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void theTrafficBeginsAgain() {
        model.restart();
        assertThat(asked).containsExactly("restart");
    }

    @Test
    void speedsAreWrittenOut() {
        assertThat(TrafficViewModel.words(1)).isEqualTo("as recorded");
        assertThat(TrafficViewModel.words(0.5)).isEqualTo("0.5 ×");
        assertThat(TrafficViewModel.words(TrafficViewModel.MAX)).isEqualTo("max");
    }
}
