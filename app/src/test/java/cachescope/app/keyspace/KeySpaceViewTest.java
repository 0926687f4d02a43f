package cachescope.app.keyspace;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.RunThere;
import cachescope.app.frame.Errand;
import cachescope.app.theme.Theme;
import cachescope.engine.run.RunException;
import cachescope.engine.strategy.StrategyException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class KeySpaceViewTest {
    private RunThere run;
    private KeySpaceView view;
    private long now;

    /** As large as the tab of the smallest window. */
    @Start
    void start(Stage stage) throws RunException, StrategyException, InterruptedException {
        run = RunThere.simulated();
        view = new KeySpaceView(new KeySpaceViewModel(run, new Errand<>(Runnable::run)));
        var scene = new Scene(view, 744, 170);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void end() {
        run.close();
    }

    @Test
    void aKeyThatIsClickedIsOpenedBesideTheTableAndStaysChosen(FxRobot robot) {
        frames(robot);
        var table = robot.lookup("#keys-now").queryAs(KeyTable.class);
        assertThat(table.getItems()).hasSize(50);
        robot.clickOn(robot.lookup(".table-row-cell").nth(2).<javafx.scene.Node>query());
        var name = table.getItems().get(2).name();
        frames(robot);
        assertThat(robot.lookup("#opened-value").queryAs(TextArea.class).getText())
                .contains("\"version\"");
        robot.interact(() -> robot.lookup("#key-pattern").queryAs(TextField.class).setText(name));
        robot.clickOn("#key-pattern").press(KeyCode.ENTER).release(KeyCode.ENTER);
        frames(robot);
        assertThat(table.getItems()).extracting(KeyRow::name).containsExactly(name);
        assertThat(table.getSelectionModel().getSelectedItem().name()).isEqualTo(name);
        robot.clickOn("#close-key");
        assertThat(robot.lookup(".opened-key").<javafx.scene.Node>query().isVisible()).isFalse();
        assertThat(table.getSelectionModel().getSelectedItem()).isNull();
    }

    @Test
    void nothingIsReadWhileTheViewIsHidden(FxRobot robot) {
        robot.interact(() -> view.setVisible(false));
        frames(robot);
        assertThat(text(robot, "#keys-summary")).isEmpty();
        robot.interact(() -> view.setVisible(true));
        frames(robot);
        assertThat(text(robot, "#keys-summary")).startsWith("50 keys so far");
    }

    private void frames(FxRobot robot) {
        for (int i = 0; i < 3; i++) {
            now += 1_000_000_000L;
            robot.interact(() -> view.look(now));
        }
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }
}
