package cachescope.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.theme.Theme;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    private final Region inspector = new Pane();
    private final Region stageView = new Pane();
    private MainWindow window;

    @Start
    void start(Stage stage) {
        window =
                new MainWindow(
                        new Slots(
                                new Pane(),
                                new Pane(),
                                stageView,
                                List.of(
                                        new Lower("Hit ratio", new Pane()),
                                        new Lower("Latency", new Pane())),
                                inspector,
                                new Pane()));
        var scene = new Scene(window.root(), 1000, 800);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
        window.root().requestFocus();
    }

    @Test
    void aNarrowWindowFoldsTheInspectorAwayAndShowsTheLowerViewsInTabs(FxRobot robot) {
        assertThat(window.narrowProperty().get()).isTrue();
        assertThat(inspector.getScene()).isNull();
        assertThat(robot.lookup(".tab-pane").queryAs(TabPane.class).getTabs())
                .extracting("text")
                .containsExactly("Hit ratio", "Latency");
        assertThat(stageView.getWidth()).isEqualTo(744);
        assertThat(stageView.getHeight()).isEqualTo(400);
    }

    @Test
    void theViewThatWasTurnedToStaysShownWhenTheTabsChange(FxRobot robot) {
        robot.interact(() -> window.turnTo("latency"));
        assertThat(shownTab(robot)).isEqualTo("Latency");
        robot.interact(() -> window.root().resize(1440, 800));
        robot.interact(() -> window.root().resize(1000, 800));
        assertThat(shownTab(robot)).isEqualTo("Latency");
    }

    private static String shownTab(FxRobot robot) {
        return robot.lookup(".tab-pane")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .getSelectedItem()
                .getText();
    }

    @Test
    void theDrawerOpensOverTheStage(FxRobot robot) {
        robot.interact(() -> window.inspectorOpenProperty().set(true));
        assertThat(inspector.getScene()).isNotNull();
        assertThat(inspector.getWidth()).isEqualTo(312);
        assertThat(stageView.getWidth()).isEqualTo(744);
        robot.interact(() -> window.inspectorOpenProperty().set(false));
        assertThat(inspector.getScene()).isNull();
    }

    @Test
    void theDrawerCanBeClosedByTheMouse(FxRobot robot) {
        assertThat(robot.lookup("#close-inspector").query().isVisible()).isFalse();
        robot.clickOn("#open-inspector").clickOn("#close-inspector");
        assertThat(window.inspectorOpenProperty().get()).isFalse();
        assertThat(inspector.getScene()).isNull();
    }

    @Test
    void theHandleOpensTheDrawer(FxRobot robot) {
        robot.clickOn("#open-inspector");
        assertThat(window.inspectorOpenProperty().get()).isTrue();
        assertThat(robot.lookup("#open-inspector").query().isVisible()).isFalse();
    }

    @Test
    void atEaseTheViewsOfAGroupStandSideBySideAndTheGroupsInTabs(FxRobot robot) {
        var first = new Pane();
        var second = new Pane();
        robot.interact(() -> {
            var other =
                    new MainWindow(
                            new Slots(
                                    new Pane(),
                                    new Pane(),
                                    new Pane(),
                                    List.of(
                                            new Lower("Charts", "Hit ratio", first),
                                            new Lower("Charts", "Latency", second),
                                            new Lower("Ladder", "Ladder", new Pane())),
                                    new Pane(),
                                    new Pane()));
            var scene = new Scene(other.root(), 1440, 900);
            new Theme().dress(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            scene.getRoot().layout();
            assertThat(((TabPane) scene.getRoot().lookup(".tab-pane")).getTabs())
                    .extracting("text")
                    .containsExactly("Charts", "Ladder");
        });
        assertThat(first.getWidth()).isBetween(430.0, 436.0);
        assertThat(second.getWidth()).isBetween(430.0, 436.0);
    }

    @Test
    void atEaseTheInspectorStandsBesideTheStage(FxRobot robot) {
        var wide = new Pane();
        robot.interact(() -> {
            var other =
                    new MainWindow(
                            new Slots(
                                    new Pane(),
                                    new Pane(),
                                    wide,
                                    List.of(),
                                    new Pane(),
                                    new Pane()));
            var scene = new Scene(other.root(), 1440, 900);
            new Theme().dress(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            scene.getRoot().layout();
            assertThat(other.narrowProperty().get()).isFalse();
        });
        assertThat(wide.getWidth()).isEqualTo(872);
        assertThat(wide.getHeight()).isEqualTo(700);
    }
}
