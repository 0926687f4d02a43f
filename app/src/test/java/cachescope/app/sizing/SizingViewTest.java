package cachescope.app.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Pictures;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.engine.sizing.By;
import cachescope.engine.strategy.EvictionName;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class SizingViewTest {
    private final ScriptedCurves work = new ScriptedCurves();
    private final SizingViewModel model =
            new SizingViewModel(work, () -> Optional.of(ScriptedCurves.recording("one")));
    private final Palette palette = new Palette();

    /** As large as the tab of the smallest window. */
    @Start
    void start(Stage stage) {
        var scene = new Scene(new StackPane(palette, new SizingView(model, palette)), 744, 160);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theButtonWorksTheCurveOutAndTheAnswersStandBelowIt(FxRobot robot) {
        robot.interact(model::look);
        var before = picture(robot);
        robot.clickOn("#sizing-measure");
        robot.interact(model::look);
        assertThat(robot.lookup("#sizing-cancel").query().isVisible()).isTrue();
        robot.interact(() -> {
            finish(By.OBJECTS);
            model.look();
        });
        assertThat(robot.lookup("#sizing-cancel").query().isVisible()).isFalse();
        assertThat(robot.lookup("#sizing-empty").query().isVisible()).isFalse();
        var facts = robot.lookup("#sizing-facts").queryAs(FlowPane.class);
        assertThat(facts.getChildren())
                .extracting(label -> ((Label) label).getText())
                .contains("knee: 3 entries", "working set: 10 keys");
        assertThat(facts.localToScene(facts.getLayoutBounds()).getMaxY()).isLessThanOrEqualTo(160);
        assertThat(differences(before, picture(robot))).isGreaterThan(300);
        robot.clickOn("#sizing-bytes");
        assertThat(work.begun).containsExactly("one OBJECTS lru", "one BYTES lru");
    }

    private void finish(By by) {
        try {
            work.finish(by, EvictionName.LRU);
        } catch (Exception impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static int differences(BufferedImage before, BufferedImage after) {
        int count = 0;
        for (int x = 0; x < Math.min(before.getWidth(), after.getWidth()); x++) {
            for (int y = 0; y < Math.min(before.getHeight(), after.getHeight()); y++) {
                count += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private static BufferedImage picture(FxRobot robot) {
        var canvas = robot.lookup("#sizing-chart").queryAs(Canvas.class);
        var pictures = new BufferedImage[1];
        robot.interact(() -> pictures[0] = Pictures.pixels(canvas.snapshot(null, null)));
        return pictures[0];
    }
}
