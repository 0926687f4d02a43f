package cachescope.app.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.Pictures;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import java.awt.image.BufferedImage;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class HierarchyViewTest {
    private static final long SECOND = 1_000_000_000L;

    private final HierarchyViewModel model = new HierarchyViewModel();
    private final Palette palette = new Palette();

    /** As large as the tab of the smallest window. */
    @Start
    void start(Stage stage) {
        var scene = new Scene(new StackPane(palette, new HierarchyView(model, palette)), 744, 160);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theFiguresStandInTheRowsOfTheirTiers(FxRobot robot) {
        robot.interact(() -> model.show(Frames.at(SyntheticLog.of(1, 900, 1_000, 1), SECOND)));
        assertThat(label(robot, "Redis", "p50").getText()).endsWith("µs");
        assertThat(label(robot, "Database", "p99").getText()).endsWith("ms");
        assertThat(label(robot, "L1", "p50").getText()).isEqualTo("–");
        assertThat(label(robot, "Redis", "Level").getAccessibleText()).contains("In this run: p50");
    }

    @Test
    void nothingIsCutOffInTheSmallestWindow(FxRobot robot) {
        robot.interact(
                () -> model.show(Frames.at(SyntheticLog.of(1, 9_000, 1_000, 1), 9 * SECOND)));
        assertThat(robot.lookup(".hierarchy .label").queryAllAs(Label.class))
                .hasSizeGreaterThan(60)
                .allSatisfy(label -> {
                    assertThat(label.getWidth())
                            .as(label.getText())
                            .isGreaterThanOrEqualTo(Math.floor(label.prefWidth(-1)));
                    assertThat(label.localToScene(label.getLayoutBounds()).getMaxX())
                            .as(label.getText())
                            .isLessThanOrEqualTo(744);
                });
        assertThat(robot.lookup(".ladder .canvas").queryAs(Canvas.class).getWidth())
                .isGreaterThan(160);
    }

    @Test
    void theDotOfTheRunIsDrawnWhereTheRunIs(FxRobot robot) {
        var before = picture(robot);
        robot.interact(() -> model.show(Frames.at(SyntheticLog.of(1, 900, 1_000, 1), SECOND)));
        var changed = changedColumns(before, picture(robot));
        double width = before.getWidth();
        // Redis answers in about 60 µs and the database in 20 ms: 4.8 and 7.3 of nine decades.
        assertThat(changed[0]).isBetween((int) (width * 0.45), (int) (width * 0.58));
        assertThat(changed[1]).isBetween((int) (width * 0.75), (int) (width * 0.86));
    }

    private BufferedImage picture(FxRobot robot) {
        var canvas = robot.lookup(".ladder .canvas").queryAs(Canvas.class);
        var pictures = new BufferedImage[1];
        robot.interact(() -> pictures[0] = Pictures.pixels(canvas.snapshot(null, null)));
        return pictures[0];
    }

    /** The first and the last column of pixels in which two pictures differ. */
    private static int[] changedColumns(BufferedImage before, BufferedImage after) {
        int first = before.getWidth();
        int last = -1;
        for (int x = 0; x < before.getWidth(); x++) {
            for (int y = 0; y < before.getHeight(); y++) {
                if (before.getRGB(x, y) != after.getRGB(x, y)) {
                    first = Math.min(first, x);
                    last = Math.max(last, x);
                }
            }
        }
        return new int[] {first, last};
    }

    private static Label label(FxRobot robot, String level, String column) {
        return robot.lookup("#ladder-" + level + "-" + column).queryAs(Label.class);
    }
}
