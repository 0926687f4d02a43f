package cachescope.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ThemeTest {
    private static final List<Tone> WORDS =
            List.of(Tone.DIM, Tone.TEXT, Tone.BRIGHT, Tone.FAILED, Tone.WARNING);
    private static final List<Tone> SHAPES =
            List.of(
                    Tone.READ,
                    Tone.WRITE,
                    Tone.DELETE,
                    Tone.HIT,
                    Tone.MISS,
                    Tone.STALE,
                    Tone.MESSAGE,
                    Tone.BACKGROUND);

    @ParameterizedTest
    @EnumSource
    void wordsStandOutFromEverySurface(Mode mode, FxRobot robot) {
        var colours = colours(mode, robot);
        for (var word : WORDS) {
            for (var surface : List.of(Tone.GROUND, Tone.PANEL)) {
                assertThat(contrast(colours, word, surface))
                        .as("%s on %s", word, surface)
                        .isGreaterThan(4.2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shapesStandOutFromTheStage(Mode mode, FxRobot robot) {
        var colours = colours(mode, robot);
        for (var shape : SHAPES) {
            assertThat(contrast(colours, shape, Tone.GROUND)).as("%s", shape).isGreaterThan(2.9);
        }
    }

    @Test
    void digitsHaveOneWidth(FxRobot robot) {
        robot.interact(() -> {
            for (var font : List.of(Fonts.text(13), Fonts.bold(13), Fonts.mono(12))) {
                assertThat(width("1111", font)).as(font.getName()).isEqualTo(width("0000", font));
            }
            assertThat(Fonts.text(13).getFamily()).isEqualTo("Inter Tabular");
            assertThat(Fonts.mono(13).getFamily()).isEqualTo("JetBrains Mono");
        });
    }

    @ParameterizedTest
    @EnumSource
    void tooltipsTakeTheThemesColours(Mode mode, FxRobot robot) {
        robot.interact(() -> {
            var theme = new Theme();
            var palette = new Palette();
            var owner = new Stage();
            owner.setScene(new Scene(new StackPane(palette), 200, 100));
            theme.dress(owner.getScene());
            theme.set(mode);
            owner.show();
            var tooltip = new Tooltip("one sentence");
            tooltip.show(owner);
            var words = (Text) tooltip.getScene().getRoot().lookup(".text");
            owner.getScene().getRoot().applyCss();
            assertThat(words.getFill()).isEqualTo(palette.get(Tone.TEXT));
            owner.hide();
        });
    }

    @Test
    void aTooltipIsClosedBeforeItsColoursChange(FxRobot robot) {
        robot.interact(() -> {
            var theme = new Theme();
            var owner = new Stage();
            owner.setScene(new Scene(new StackPane(), 200, 100));
            theme.dress(owner.getScene());
            owner.show();
            var tooltip = new Tooltip("one sentence");
            tooltip.show(owner);
            theme.toggle();
            assertThat(tooltip.isShowing()).isFalse();
            assertThat(owner.isShowing()).isTrue();
            owner.hide();
        });
    }

    private static double width(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private static Map<Tone, Color> colours(Mode mode, FxRobot robot) {
        var colours = new EnumMap<Tone, Color>(Tone.class);
        robot.interact(() -> {
            var theme = new Theme();
            var palette = new Palette();
            var scene = new Scene(new StackPane(palette), 100, 100);
            theme.dress(scene);
            theme.set(mode);
            scene.getRoot().applyCss();
            for (var tone : Tone.values()) {
                colours.put(tone, palette.get(tone));
            }
        });
        return colours;
    }

    /** The contrast of WCAG 2, from 1 to 21. */
    private static double contrast(Map<Tone, Color> colours, Tone front, Tone back) {
        double a = luminance(colours.getOrDefault(front, Color.BLACK)) + 0.05;
        double b = luminance(colours.getOrDefault(back, Color.BLACK)) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
