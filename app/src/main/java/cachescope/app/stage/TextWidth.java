package cachescope.app.stage;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide words are on the stage. */
final class TextWidth {
    private TextWidth() {}

    static double of(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return Math.ceil(text.getLayoutBounds().getWidth());
    }
}
