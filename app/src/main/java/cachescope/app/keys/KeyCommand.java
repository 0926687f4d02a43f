package cachescope.app.keys;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What a key does: the one table of the window's keys. */
public enum KeyCommand {
    PLAY_OR_PAUSE(Subject.TIME, KeyCode.SPACE, "Space", "Play or pause"),
    STEP_BACK(Subject.TIME, KeyCode.LEFT, "←", "One event back"),
    STEP_FORWARD(Subject.TIME, KeyCode.RIGHT, "→", "One event on"),
    TEN_STEPS_BACK(Subject.TIME, KeyCode.LEFT, true, "Shift ←", "Ten events back"),
    TEN_STEPS_FORWARD(Subject.TIME, KeyCode.RIGHT, true, "Shift →", "Ten events on"),
    PREVIOUS_MARKER(Subject.TIME, KeyCode.UNDEFINED, "[", "To the marker before"),
    NEXT_MARKER(Subject.TIME, KeyCode.UNDEFINED, "]", "To the next marker"),
    TO_START(Subject.TIME, KeyCode.HOME, "Home", "To the start of the run"),
    TO_END(Subject.TIME, KeyCode.END, "End", "To the end of what has happened"),
    LIVE_EDGE(Subject.TIME, KeyCode.L, "L", "Follow the live edge"),
    SKIP_IDLE(Subject.TIME, KeyCode.S, "S", "Pass over idle time while playing, or not"),
    OTHER_RUN(Subject.TIME, KeyCode.B, "B", "The other run of two, A or B, at the same time"),
    FORK(Subject.TIME, KeyCode.F, "F", "Simulate this traffic, and go on from here"),
    HOLD_TRAFFIC(Subject.WINDOW, KeyCode.H, "H", "Hold the traffic, or let it go"),
    OPEN_FILE(Subject.WINDOW, KeyCode.O, "O", "Open recorded traffic or a saved log"),
    EXPORT(Subject.WINDOW, KeyCode.E, "E", "Save a picture, a film or a span of the log"),
    INSPECTOR(Subject.WINDOW, KeyCode.I, "I", "Show or hide the inspector"),
    THEME(Subject.WINDOW, KeyCode.T, "T", "Dark or light"),
    LIST_KEYS(Subject.WINDOW, KeyCode.UNDEFINED, "?", "This list");

    /** What a group of keys is about. */
    public enum Subject {
        TIME("Time"),
        WINDOW("Window");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Subject subject;
    private final KeyCode code;
    private final boolean shift;
    private final String keys;
    private final String meaning;

    KeyCommand(Subject subject, KeyCode code, String keys, String meaning) {
        this(subject, code, false, keys, meaning);
    }

    KeyCommand(Subject subject, KeyCode code, boolean shift, String keys, String meaning) {
        this.subject = subject;
        this.code = code;
        this.shift = shift;
        this.keys = keys;
        this.meaning = meaning;
    }

    public Subject subject() {
        return subject;
    }

    /** The keys as the overlay and tooltips write them. */
    public String keys() {
        return keys;
    }

    /** What it does, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The tooltip of a button that does the same: {@code Play or pause (Space)}. */
    public String tooltip() {
        return meaning + " (" + keys + ")";
    }

    /**
     * The command of a pressed or typed key; empty if it has none. A key pressed with Ctrl, Alt or
     * Meta has none.
     */
    public static Optional<KeyCommand> of(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            return ofTyped(event.getCharacter());
        }
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return Optional.empty();
        }
        return List.of(values()).stream()
                .filter(command -> command.code == event.getCode() && !command.isTyped())
                .filter(command -> command.shift == event.isShiftDown())
                .findFirst();
    }

    /**
     * Characters whose place differs from keyboard to keyboard are taken as typed, not by their
     * key.
     */
    private boolean isTyped() {
        return code == KeyCode.UNDEFINED;
    }

    private static Optional<KeyCommand> ofTyped(String character) {
        return List.of(values()).stream()
                .filter(command -> command.isTyped() && command.keys.equals(character))
                .findFirst();
    }
}
