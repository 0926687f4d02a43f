package cachescope.app.controls;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** The tooltip of a control: what it does, and where it is closed also why. */
final class Hint {
    private final Tooltip tooltip = new Tooltip();
    private final String sentence;

    /**
     * @param around a node round the control and never disabled itself: a disabled one is not told
     *     of the mouse
     */
    Hint(Node around, String sentence) {
        this.sentence = sentence;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        tooltip.setShowDelay(Duration.millis(400));
        tooltip.setShowDuration(Duration.INDEFINITE);
        tooltip.setText(sentence);
        Tooltip.install(around, tooltip);
    }

    /** Adds why the control is closed; an empty text if it is open. */
    void closedBecause(String reason) {
        tooltip.setText(reason.isEmpty() ? sentence : sentence + "\n\n" + reason);
    }
}
