package cachescope.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.RunThere;
import cachescope.app.frame.Errand;
import cachescope.app.keyspace.KeyTable;
import cachescope.app.theme.Theme;
import cachescope.engine.run.RunException;
import cachescope.engine.strategy.StrategyException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class StructuresViewTest {
    private RunThere run;
    private StructuresView view;

    /** As large as the tab of the smallest window. */
    @Start
    void start(Stage stage) throws RunException, StrategyException, InterruptedException {
        run = RunThere.simulated();
        view = new StructuresView(new StructuresViewModel(run, new Errand<>(Runnable::run)));
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
    void theStepsOfTheChosenStructureAreTakenByTheirButtons(FxRobot robot) {
        frames(robot);
        robot.clickOn("#kind-Sets");
        robot.clickOn("#tag-articles");
        frames(robot);
        robot.clickOn("#common-two");
        frames(robot);
        assertThat(text(robot, "#structure-answer")).isEqualTo("caching, java, ttl");
        assertThat(text(robot, "#structure-figures")).startsWith("1 round trip · 1 command · ");
        List<?> sent = robot.lookup("#structure-sent").queryAs(ListView.class).getItems();
        assertThat(sent)
                .hasSize(2)
                .last()
                .isEqualTo(
                        new SentLine(
                                false,
                                "SINTER …:article:1:tags …:article:2:tags",
                                "SINTER structure:article:1:tags structure:article:2:tags"));
        assertThat(robot.lookup("#structure-keys").queryAs(KeyTable.class).getItems()).hasSize(3);
        robot.interact(() -> robot.lookup("#remove-structures").queryAs(Button.class).fire());
        frames(robot);
        assertThat(robot.lookup("#structure-keys").queryAs(KeyTable.class).getItems()).isEmpty();
    }

    @Test
    void noButtonIsCutOffInTheSmallestWindow(FxRobot robot) {
        frames(robot);
        assertThat(robot.lookup(".structures .button").queryAllAs(Button.class))
                .filteredOn(Node::isVisible)
                .hasSizeGreaterThan(6)
                .allSatisfy(button ->
                        assertThat(button.getWidth())
                                .as(button.getText())
                                .isGreaterThanOrEqualTo(Math.floor(button.prefWidth(-1))));
    }

    private void frames(FxRobot robot) {
        for (int i = 0; i < 3; i++) {
            robot.interact(() -> view.look(0));
        }
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }
}
