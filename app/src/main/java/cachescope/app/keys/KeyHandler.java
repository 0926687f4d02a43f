package cachescope.app.keys;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Carries the keys of a scene out. A text field that has the focus keeps all of its keys; a control
 * that was reached by the keyboard keeps those that work it.
 */
public final class KeyHandler {
    private static final Set<KeyCode> MOVES =
            Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END);

    private final Map<KeyCommand, Runnable> actions;

    /** A command without an action does nothing. */
    public KeyHandler(Map<KeyCommand, Runnable> actions) {
        this.actions = new EnumMap<>(KeyCommand.class);
        this.actions.putAll(actions);
    }

    /** Begins to listen to a scene. */
    public void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> obey(event, scene.getFocusOwner()));
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> obey(event, scene.getFocusOwner()));
    }

    private void obey(KeyEvent event, @Nullable Node focused) {
        if (focused != null && belongsTo(focused, event.getCode())) {
            return;
        }
        KeyCommand.of(event)
                .map(actions::get)
                .ifPresent(action -> {
                    event.consume();
                    action.run();
                });
    }

    private static boolean belongsTo(Node focused, KeyCode code) {
        if (focused instanceof TextInputControl
                || (focused instanceof ComboBoxBase<?> box && box.isEditable())) {
            return true;
        }
        return focused.isFocusVisible()
                && switch (focused) {
                    case ButtonBase _ -> code == KeyCode.SPACE;
                    case Slider _ -> MOVES.contains(code);
                    case ListView<?> _ -> MOVES.contains(code);
                    case ChoiceBox<?> _ -> code == KeyCode.SPACE || MOVES.contains(code);
                    case ComboBoxBase<?> _ -> code == KeyCode.SPACE || MOVES.contains(code);
                    default -> false;
                };
    }
}
