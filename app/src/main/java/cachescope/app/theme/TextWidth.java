package cachescope.app.theme;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide words are on a canvas, in pixels. FX thread only. */
public final class TextWidth {
    private TextWidth() {}

    public static double of(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return Math.ceil(text.getLayoutBounds().getWidth());
    }
}
