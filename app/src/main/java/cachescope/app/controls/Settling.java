package cachescope.app.controls;

import java.util.function.DoubleConsumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Slider;
import javafx.util.Duration;

/**
 * Hands on a slider's position once it has come to rest: at the end of a drag, or after a moment
 * without a move.
 */
final class Settling {
    private static final Duration MOMENT = Duration.millis(150);

    private final PauseTransition pause = new PauseTransition(MOMENT);
    private final Slider slider;
    private final DoubleConsumer settled;
    private boolean silent;
    private boolean moved;

    Settling(Slider slider, DoubleConsumer settled) {
        this.slider = slider;
        this.settled = settled;
        pause.setOnFinished(_ -> settle());
        slider.valueProperty()
                .addListener((_, _, _) -> {
                    if (!silent) {
                        moved = true;
                        pause.playFromStart();
                    }
                });
        slider.valueChangingProperty()
                .addListener((_, _, changing) -> {
                    if (!changing) {
                        settle();
                    }
                });
    }

    /** Moves the slider without telling anybody, unless a hand is on it. */
    void show(double position) {
        if (slider.isValueChanging() || moved) {
            return;
        }
        silent = true;
        slider.setValue(position);
        silent = false;
    }

    private void settle() {
        pause.stop();
        if (moved) {
            moved = false;
            settled.accept(slider.getValue());
        }
    }
}
