package cachescope.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.Pictures;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Playhead;
import cachescope.app.frame.Selection;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Compares what is drawn with a picture that was looked at. What was drawn is left in {@code
 * target/stage.png}, to replace the picture with once a change of the looks is meant.
 */
@ExtendWith(ApplicationExtension.class)
class StagePictureTest {
    private static final double DIFFERENT_PIXELS_MAX = 0.02;
    private static final int DIFFERENCE_MAX = 40;

    @Test
    void drawsTheSameStageAsBefore(FxRobot robot) throws IOException {
        var drawn = new Image[1];
        robot.interact(() -> drawn[0] = draw());
        Pictures.write(drawn[0], Path.of("target", "stage.png"));
        Image expected =
                new Image(Objects.requireNonNull(getClass().getResourceAsStream("stage.png")));
        assertThat(drawn[0].getWidth()).isEqualTo(expected.getWidth());
        assertThat(drawn[0].getHeight()).isEqualTo(expected.getHeight());
        assertThat(differentPixels(drawn[0], expected)).isLessThan(DIFFERENT_PIXELS_MAX);
    }

    private static Image draw() {
        var palette = new Palette();
        var view =
                new StageView(palette, new SimpleObjectProperty<>(new Selection.OfRequest(1512)));
        var scene = new Scene(new StackPane(palette, view), 872, 404);
        new Theme().dress(scene);
        var playhead = new Playhead();
        var clock = new FrameClock(playhead);
        clock.addScreen(view);
        clock.openAtStart(SyntheticLog.of(7, 4_000, 500, 3));
        playhead.rateProperty().set(0.1);
        playhead.seek(3_000_000_000L);
        playhead.pause();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Frames.settle(clock);
        clock.close();
        return scene.snapshot(null);
    }

    /**
     * The share of pixels of which a channel differs by more than the smoothing of edges explains.
     */
    private static double differentPixels(Image one, Image other) {
        var a = Pictures.pixels(one);
        var b = Pictures.pixels(other);
        int different = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                different += difference(a.getRGB(x, y), b.getRGB(x, y)) > DIFFERENCE_MAX ? 1 : 0;
            }
        }
        return different / (double) (a.getWidth() * a.getHeight());
    }

    private static int difference(int one, int other) {
        int greatest = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            greatest =
                    Math.max(greatest, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return greatest;
    }
}
