package cachescope.app;

import cachescope.app.controls.TrafficViewModel;
import cachescope.app.frame.Playhead;
import cachescope.app.header.HeaderView;
import cachescope.app.keys.KeyCommand;
import cachescope.app.keys.KeysOverlay;
import cachescope.app.tape.BranchesViewModel;
import cachescope.app.tape.TapeViewModel;
import cachescope.app.window.MainWindow;
import java.util.EnumMap;
import java.util.Map;

/** What the keys of the window work on. */
record WindowKeys(
        Playhead playhead,
        TapeViewModel tape,
        BranchesViewModel branches,
        TrafficViewModel traffic,
        HeaderView headerView,
        MainWindow window,
        KeysOverlay keys,
        Runnable export,
        Runnable theme) {

    /** What each key does. */
    Map<KeyCommand, Runnable> actions() {
        var commands = new EnumMap<KeyCommand, Runnable>(KeyCommand.class);
        commands.put(KeyCommand.PLAY_OR_PAUSE, playhead::togglePlay);
        commands.put(KeyCommand.STEP_BACK, () -> playhead.step(-1));
        commands.put(KeyCommand.STEP_FORWARD, () -> playhead.step(1));
        commands.put(KeyCommand.TEN_STEPS_BACK, () -> playhead.step(-10));
        commands.put(KeyCommand.TEN_STEPS_FORWARD, () -> playhead.step(10));
        commands.put(KeyCommand.PREVIOUS_MARKER, tape::toPreviousMarker);
        commands.put(KeyCommand.NEXT_MARKER, tape::toNextMarker);
        commands.put(KeyCommand.TO_START, playhead::toStart);
        commands.put(KeyCommand.TO_END, playhead::toEnd);
        commands.put(KeyCommand.LIVE_EDGE, playhead::toLiveEdge);
        commands.put(
                KeyCommand.SKIP_IDLE,
                () -> playhead.skippingIdleProperty().set(!playhead.skippingIdleProperty().get()));
        commands.put(KeyCommand.OTHER_RUN, branches::toggle);
        commands.put(KeyCommand.FORK, branches::fork);
        commands.put(KeyCommand.HOLD_TRAFFIC, traffic::toggleHold);
        commands.put(KeyCommand.OPEN_FILE, headerView::askForFile);
        commands.put(
                KeyCommand.INSPECTOR,
                () -> window.inspectorOpenProperty().set(!window.inspectorOpenProperty().get()));
        commands.put(KeyCommand.EXPORT, export);
        commands.put(KeyCommand.THEME, theme);
        commands.put(KeyCommand.LIST_KEYS, keys::toggle);
        return commands;
    }
}
