package cachescope.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class SeenTest {
    private Label node;
    private StackPane around;

    @Start
    void open(Stage unused) {
        node = new Label("node");
        around = new StackPane(node);
    }

    private void assertSeen(boolean inWindow, boolean inPicture) {
        assertThat(Seen.is(node)).as("in a window").isEqualTo(inWindow);
        assertThat(Seen.inPicture(node)).as("in a picture").isEqualTo(inPicture);
    }

    @Test
    void aNodeIsSeenWhileItsWindowIsShownAndNotMinimised(FxRobot robot) {
        robot.interact(() -> {
            assertSeen(false, false);
            var stage = new Stage();
            stage.setScene(new Scene(around));
            assertSeen(false, false);
            stage.show();
            assertSeen(true, true);
            stage.setIconified(true);
            assertSeen(false, false);
            stage.setIconified(false);
            assertSeen(true, true);
            stage.close();
            assertSeen(false, false);
        });
    }

    @Test
    void whatIsAroundItMustBeVisible(FxRobot robot) {
        robot.interact(() -> {
            var scene = new Scene(new StackPane(around));
            assertThat(scene.getWindow()).isNull();
            assertSeen(false, true);
            around.setVisible(false);
            assertSeen(false, false);
        });
    }
}
