package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticCluster;
import cachescope.app.frame.Selection;
import cachescope.app.theme.Sheets;
import cachescope.app.theme.Theme;
import cachescope.engine.event.Event;
import cachescope.engine.run.Disturbance;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.Strategy;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TroubleViewTest {
    private static final double WIDTH = 224;

    private final StrategyViewModel strategy =
            new StrategyViewModel(
                    Strategy.DEFAULT, Strategy.DEFAULT, _ -> Optional.empty(), _ -> {});
    private final ScriptedTrouble maker = new ScriptedTrouble();
    private final TroubleViewModel model =
            new TroubleViewModel(
                    strategy, new SimpleObjectProperty<>(new Selection.Nothing()), maker, _ -> {});

    @Start
    void start(Stage stage) {
        var panel = new VBox(new TroubleView(model));
        panel.getStyleClass().add("strategy-view");
        panel.getStylesheets().add(Sheets.of(StrategyView.class));
        var scene = new Scene(panel, WIDTH, 300);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theChosenNodeIsKilledAndThenStarted(FxRobot robot) {
        var log = SyntheticCluster.of(1, 500, 200, 12, true);
        robot.interact(() -> model.show(Frames.at(log, 1)));
        var nodes = robot.lookup("#trouble-at").queryAs(ComboBox.class);
        assertThat(nodes.getItems().size()).isEqualTo(12);
        robot.interact(() -> nodes.getSelectionModel().selectLast());
        assertThat(text(robot)).isEqualTo("Kill App 12");
        robot.clickOn("#trouble-node");
        log.append(seq -> new Event.NodeStopped(seq, log.lastAt(), "app-12"));
        robot.interact(() -> model.show(Frames.at(log, 1)));
        assertThat(text(robot)).isEqualTo("Start App 12");
        robot.clickOn("#trouble-node");
        assertThat(maker.made)
                .containsExactly(
                        new Disturbance.KillNode("app-12"), new Disturbance.StartNode("app-12"));
    }

    @Test
    void aClosedButtonSaysWhy(FxRobot robot) {
        var button = robot.lookup("#trouble-subscription").queryButton();
        assertThat(button.isDisabled()).isTrue();
        assertThat(button.getAccessibleHelp()).contains("events or tracking");
        robot.interact(() -> strategy.choose(InvalidationName.EVENT));
        assertThat(button.isDisabled()).isFalse();
    }

    @Test
    void nothingIsCutOffButALongKey(FxRobot robot) {
        robot.interact(() ->
                model.show(Frames.at(SyntheticCluster.of(1, 500, 200, 16, true), 1_000_000_000L)));
        robot.interact(() -> model.choose("app-16"));
        assertThat(robot.lookup(".trouble .button").queryAllAs(Button.class))
                .hasSize(6)
                .allSatisfy(button -> {
                    var bounds = button.localToScene(button.getLayoutBounds());
                    assertThat(bounds.getMaxX()).as(button.getText()).isLessThanOrEqualTo(WIDTH);
                    assertThat(button.getWidth())
                            .as(button.getText())
                            .isGreaterThanOrEqualTo(button.prefWidth(-1) - 1);
                });
        assertThat(robot.lookup("#trouble-key").queryAs(Label.class).getText())
                .startsWith("product:");
    }

    private static String text(FxRobot robot) {
        return robot.lookup("#trouble-node").queryButton().getText();
    }
}
