package cachescope.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyCommandTest {
    @Test
    void aKeyHasItsCommand() {
        assertThat(KeyCommand.of(pressed(KeyCode.SPACE, false, false))).contains(KeyCommand.PLAY_OR_PAUSE);
        assertThat(KeyCommand.of(pressed(KeyCode.RIGHT, false, false))).contains(KeyCommand.STEP_FORWARD);
        assertThat(KeyCommand.of(pressed(KeyCode.RIGHT, true, false))).contains(KeyCommand.TEN_STEPS_FORWARD);
        assertThat(KeyCommand.of(pressed(KeyCode.L, false, false))).contains(KeyCommand.LIVE_EDGE);
    }

    @Test
    void aKeyWithControlIsLeftToOthers() {
        assertThat(KeyCommand.of(pressed(KeyCode.O, false, true))).isEmpty();
    }

    @Test
    void charactersThatMoveFromKeyboardToKeyboardAreTakenAsTyped() {
        assertThat(KeyCommand.of(typed("["))).contains(KeyCommand.PREVIOUS_MARKER);
        assertThat(KeyCommand.of(typed("]"))).contains(KeyCommand.NEXT_MARKER);
        assertThat(KeyCommand.of(typed("?"))).contains(KeyCommand.LIST_KEYS);
        assertThat(KeyCommand.of(typed("l"))).isEmpty();
        assertThat(KeyCommand.of(pressed(KeyCode.UNDEFINED, false, false))).isEmpty();
    }

    @Test
    void noTwoCommandsShareAKey() {
        var keys = Arrays.stream(KeyCommand.values()).collect(Collectors.groupingBy(KeyCommand::keys));
        assertThat(keys).hasSize(KeyCommand.values().length);
    }

    private static KeyEvent pressed(KeyCode code, boolean shift, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }

    private static KeyEvent typed(String character) {
        return new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
    }
}
