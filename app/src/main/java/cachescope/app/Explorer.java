package cachescope.app;

import cachescope.app.charts.Chart;
import cachescope.app.charts.ChartsView;
import cachescope.app.charts.ChartsViewModel;
import cachescope.app.controls.ClosableView;
import cachescope.app.controls.StrategyFiles;
import cachescope.app.controls.StrategyView;
import cachescope.app.controls.StrategyViewModel;
import cachescope.app.controls.TrafficViewModel;
import cachescope.app.feed.FeedView;
import cachescope.app.feed.FeedViewModel;
import cachescope.app.files.FileDrop;
import cachescope.app.files.FilePicker;
import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Playhead;
import cachescope.app.frame.Selection;
import cachescope.app.header.HeaderActions;
import cachescope.app.header.HeaderView;
import cachescope.app.header.HeaderViewModel;
import cachescope.app.header.MessageBar;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.inspector.InspectorView;
import cachescope.app.inspector.InspectorViewModel;
import cachescope.app.inspector.SideView;
import cachescope.app.keys.KeyCommand;
import cachescope.app.keys.KeyHandler;
import cachescope.app.keys.KeysOverlay;
import cachescope.app.session.Session;
import cachescope.app.session.WorldKind;
import cachescope.app.settings.Settings;
import cachescope.app.settings.WindowPlace;
import cachescope.app.stage.StageView;
import cachescope.app.tape.BranchesViewModel;
import cachescope.app.tape.TapeView;
import cachescope.app.tape.TapeViewModel;
import cachescope.app.theme.Mode;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.app.window.Lower;
import cachescope.app.window.MainWindow;
import cachescope.app.window.Slots;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The window's content, put together: builds every view, gives each what it needs, and follows the
 * session.
 */
final class Explorer {
    private final Theme theme;
    private final Palette palette = new Palette();
    private final Playhead playhead = new Playhead();
    private final FrameClock clock = new FrameClock(playhead);
    private final ObjectProperty<Selection> selection =
            new SimpleObjectProperty<>(this, "selection", new Selection.Nothing());
    private final MessagesViewModel messages = new MessagesViewModel();
    private final TapeViewModel tape = new TapeViewModel(playhead);
    private final BranchesViewModel branches = new BranchesViewModel();
    private final KeysOverlay keys = new KeysOverlay();
    private final HeaderViewModel header;
    private final StrategyViewModel strategy;
    private final TrafficViewModel traffic;
    private final Controls controls;
    private final Player player;
    private final Display display;
    private final HeaderView headerView;
    private final MainWindow window;
    private final Scene scene;

    Explorer(
            Session session,
            Settings settings,
            Recordings recordings,
            Theme theme,
            FilePicker files) {
        this.theme = theme;
        this.header = new HeaderViewModel(recordings.all(), settings.recentFiles());
        this.controls = new Controls(header);
        var simulation =
                new Simulation(session, header, messages, clock, playhead, branches, controls::use);
        this.player = new Player(session, controls, simulation, messages, playhead);
        this.display =
                new Display(
                        session,
                        controls,
                        simulation,
                        header,
                        messages,
                        clock,
                        tape,
                        branches,
                        selection);
        begin(settings);
        this.strategy =
                new StrategyViewModel(
                        Wishes.STANDARD, controls.wishes().strategy(), player::use, messages::show);
        this.traffic = new TrafficViewModel(1, player::pace, player::restart, messages::show);
        connect();
        this.headerView = new HeaderView(header, actions(), files);
        this.window = new MainWindow(slots(files));
        window.overlay(keys);
        selection.addListener((_, _, chosen) -> tellOf(chosen));
        this.scene = new Scene(window.root());
        theme.dress(scene);
        new KeyHandler(commands()).listenTo(scene);
        new FileDrop(window.root(), player::open).listen();
        playhead.rateProperty().set(settings.playheadRate());
        playhead.skippingIdleProperty().set(settings.skipIdle());
        clock.beforeEachFrame(display::look);
        clock.start();
    }

    /** Takes up what was remembered. */
    private void begin(Settings settings) {
        controls.use(settings.strategy().orElse(Wishes.STANDARD));
        controls.seed(settings.seed());
        controls.turnTo(settings.simulated() ? WorldKind.SIMULATED : WorldKind.LIVE);
        controls.show(controls.wishes().strategy());
    }

    /** Lets the controls show what is so. */
    private void connect() {
        controls.whenReleased(() -> traffic.show(traffic.speedProperty().get(), false));
        controls.inForceProperty().subscribe(strategy::show);
        controls.whyNoPaceProperty().subscribe(traffic::close);
        header.worldProperty().subscribe(strategy::showWorld);
        branches.whenForked(player::forkHere);
    }

    Scene scene() {
        return scene;
    }

    FrameClock clock() {
        return clock;
    }

    /** Plays a recording. */
    void open(Path file) {
        player.open(file);
    }

    /** Shows a saved log. */
    void watch(Path log) {
        player.watch(log);
    }

    /** Says something in the message area. */
    void tell(String sentence) {
        messages.show(sentence);
    }

    /**
     * What is to be remembered, with the window's place and the folder that the person chose last.
     */
    Settings settings(WindowPlace place, Optional<Path> folder) {
        return new Settings(
                Optional.of(place),
                theme.modeProperty().get() == Mode.DARK,
                Optional.of(controls.wishes().strategy()),
                display.file(),
                folder,
                List.copyOf(header.recent()),
                playhead.rate(),
                playhead.skippingIdleProperty().get(),
                controls.wishes().isSimulated(),
                controls.wishes().seed());
    }

    /** Opens the inspector where it is folded away, since it tells of what was chosen. */
    private void tellOf(Selection chosen) {
        if (!(chosen instanceof Selection.Nothing)) {
            window.inspectorOpenProperty().set(true);
        }
    }

    private Slots slots(FilePicker files) {
        var stage = new StageView(palette, selection);
        var charts = new ChartsViewModel();
        var tapeView = new TapeView(tape, branches, palette);
        var inspector = new InspectorView(new InspectorViewModel(selection), palette);
        var feed = new FeedViewModel(selection, playhead);
        clock.addScreen(stage);
        clock.addScreen(charts);
        clock.addScreen(tapeView);
        clock.addScreen(inspector);
        clock.addScreen(feed);
        var middle = new VBox(new MessageBar(messages), new StackPane(palette, stage));
        VBox.setVgrow(middle.getChildren().getLast(), Priority.ALWAYS);
        return new Slots(
                headerView,
                new ClosableView(
                        controls.whyNotProperty(),
                        new StrategyView(
                                strategy,
                                new StrategyFiles(strategy, files, messages::show),
                                traffic)),
                middle,
                List.of(
                        new Lower(
                                "Hits and database",
                                new ChartsView(
                                        List.of(Chart.HIT_RATIO, Chart.DATABASE_CALLS),
                                        charts,
                                        palette)),
                        new Lower(
                                "Read latency",
                                new ChartsView(
                                        List.of(Chart.READ_P50, Chart.READ_P99), charts, palette))),
                new SideView(inspector, new FeedView(feed)),
                tapeView);
    }

    private HeaderActions actions() {
        return new HeaderActions() {
            @Override
            public void open(Path file) {
                player.open(file);
            }

            @Override
            public void cancel() {
                player.cancel();
            }

            @Override
            public void choose(WorldKind world) {
                player.choose(world);
            }

            @Override
            public boolean useSeed(String text) {
                return player.useSeed(text);
            }

            @Override
            public void listKeys() {
                keys.toggle();
            }

            @Override
            public void toggleTheme() {
                theme.toggle();
                clock.requestFrame();
            }
        };
    }

    private Map<KeyCommand, Runnable> commands() {
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
        commands.put(KeyCommand.THEME, () -> actions().toggleTheme());
        commands.put(KeyCommand.LIST_KEYS, keys::toggle);
        return commands;
    }
}
