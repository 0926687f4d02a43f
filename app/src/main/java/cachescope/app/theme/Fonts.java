package cachescope.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The fonts that come with the program. The text font's digits all have one width, so that changing
 * numbers do not jump. Its bold is a semi-bold.
 */
public final class Fonts {
    private static final String TEXT = "Inter Tabular";
    private static final List<String> FILES =
            List.of(
                    "InterTabular-Regular.ttf",
                    "InterTabular-Bold.ttf",
                    "JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /** Makes the fonts known to JavaFX; further calls change nothing. */
    public static void load() {
        Loaded.ONCE.forEach(Objects::requireNonNull);
    }

    /** The font of texts and numbers. */
    public static Font text(double size) {
        load();
        return Font.font(TEXT, size);
    }

    /** The font of titles. */
    public static Font bold(double size) {
        load();
        return Font.font(TEXT, FontWeight.BOLD, size);
    }

    /** The font of commands and SQL. */
    public static Font mono(double size) {
        load();
        return Font.font("JetBrains Mono", size);
    }

    private static final class Loaded {
        static final List<Font> ONCE = FILES.stream().map(Loaded::font).toList();

        private static Font font(String file) {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
                return Objects.requireNonNull(Font.loadFont(in, 12), file);
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
    }
}
