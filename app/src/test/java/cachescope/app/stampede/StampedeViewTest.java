package cachescope.app.stampede;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.ClusterPlan;
import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticMessages;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.engine.event.EventLog;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class StampedeViewTest {
    private static final long SECOND = 1_000_000_000L;

    private final StampedeViewModel model = new StampedeViewModel();
    private final Palette palette = new Palette();
    private StampedeView view;

    /** As large as the tab of the smallest window. */
    @Start
    void start(Stage stage) {
        view = new StampedeView(model, palette);
        view.setMaxSize(744, 167);
        var scene = new Scene(new StackPane(palette, view), 744, 230);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void anEmptyRunSaysWhatItTakes(FxRobot robot) {
        var empty = robot.lookup("#stampede-empty").queryAs(Label.class);
        assertThat(empty.isVisible()).isTrue();
        robot.interact(() -> model.show(Frames.at(log("none"), 4 * SECOND)));
        assertThat(empty.isVisible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"744,167,none", "744,167,lock", "436,230,none", "436,230,xfetch"})
    void nothingIsCutOff(int width, int height, String guard, FxRobot robot) {
        robot.interact(() -> {
            view.setMaxSize(width, height);
            model.show(Frames.at(log(guard), 4 * SECOND));
        });
        assertThat(robot.lookup(".stampede .label").queryAllAs(Label.class))
                .filteredOn(label -> label.isVisible() && !label.getText().isEmpty())
                .hasSizeGreaterThan(4)
                .allSatisfy(label -> {
                    assertThat(label.getWidth())
                            .as(label.getText())
                            .isGreaterThanOrEqualTo(Math.floor(label.prefWidth(-1)));
                    assertThat(
                                    view.sceneToLocal(label.localToScene(label.getLayoutBounds()))
                                            .getMaxX())
                            .as(label.getText())
                            .isLessThanOrEqualTo(width);
                });
        var canvas = robot.lookup("#stampede").queryAs(Canvas.class);
        assertThat(canvas.getHeight()).isGreaterThan(80);
        assertThat(canvas.getAccessibleText()).startsWith("product:4711");
    }

    @Test
    void theKeyCanBeTyped(FxRobot robot) {
        robot.interact(() -> model.show(Frames.at(log("none"), 4 * SECOND)));
        robot.clickOn("#stampede-key").write("product:4712").type(KeyCode.ENTER);
        assertThat(model.keyProperty().get()).isEqualTo("product:4712");
        assertThat(robot.lookup("#stampede").query().isFocused()).isTrue();
    }

    private static EventLog log(String guard) {
        return SyntheticMessages.of(ClusterPlan.DEFAULT.withGuard(guard).withFewWrites());
    }
}
