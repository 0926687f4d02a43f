package cachescope.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.theme.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class KeyHandlerTest {
    private final List<KeyCommand> obeyed = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();
    private final TextField field = new TextField();
    private final Button button = new Button("Restart");
    private final Slider slider = new Slider(0, 10, 5);
    private final Label plain = new Label("plain");
    private final KeysOverlay overlay = new KeysOverlay();

    @Start
    void start(Stage stage) {
        button.setOnAction(_ -> fired.add("button"));
        plain.setFocusTraversable(true);
        var scene = new Scene(new StackPane(new VBox(plain, field, button, slider), overlay), 600, 700);
        new Theme().dress(scene);
        var actions = Arrays.stream(KeyCommand.values())
                .collect(Collectors.toMap(Function.identity(), command -> (Runnable) () -> obeyed.add(command)));
        new KeyHandler(actions).listenTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void keysAreObeyed(FxRobot robot) {
        focus(robot, plain);
        robot.type(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.HOME, KeyCode.L, KeyCode.H);
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        assertThat(obeyed).containsExactly(
                KeyCommand.PLAY_OR_PAUSE, KeyCommand.STEP_FORWARD, KeyCommand.TO_START, KeyCommand.LIVE_EDGE,
                KeyCommand.HOLD_TRAFFIC, KeyCommand.TEN_STEPS_BACK);
    }

    @Test
    void aTextFieldKeepsItsKeys(FxRobot robot) {
        focus(robot, field);
        robot.type(KeyCode.L, KeyCode.SPACE, KeyCode.LEFT, KeyCode.HOME);
        assertThat(obeyed).isEmpty();
        assertThat(field.getText()).isEqualTo("l ");
    }

    @Test
    void spacePlaysEvenAfterAClickOnAButton(FxRobot robot) {
        robot.clickOn(button);
        fired.clear();
        robot.type(KeyCode.SPACE);
        assertThat(obeyed).containsExactly(KeyCommand.PLAY_OR_PAUSE);
        assertThat(fired).isEmpty();
    }

    @Test
    void aButtonThatWasReachedByTheKeyboardTakesSpace(FxRobot robot) {
        focus(robot, field);
        robot.type(KeyCode.TAB);
        assertThat(button.isFocusVisible()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(fired).containsExactly("button");
        assertThat(obeyed).isEmpty();
    }

    @Test
    void aSliderThatWasReachedByTheKeyboardTakesTheArrows(FxRobot robot) {
        focus(robot, field);
        robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.RIGHT);
        assertThat(slider.getValue()).isGreaterThan(5);
        assertThat(obeyed).isEmpty();
    }

    @Test
    void theOverlayListsEveryCommandAndGoesAtEscape(FxRobot robot) {
        robot.interact(overlay::toggle);
        for (var command : KeyCommand.values()) {
            assertThat(robot.lookup(command.meaning()).tryQuery()).as(command.name()).isPresent();
        }
        robot.type(KeyCode.ESCAPE);
        assertThat(overlay.isVisible()).isFalse();
    }

    @Test
    void aClickTakesTheOverlayAway(FxRobot robot) {
        robot.interact(overlay::toggle);
        robot.clickOn("Close");
        assertThat(overlay.isVisible()).isFalse();
    }

    private static void focus(FxRobot robot, Node node) {
        robot.interact(node::requestFocus);
    }
}
