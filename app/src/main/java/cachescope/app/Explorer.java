package cachescope.app;

import cachescope.app.controls.ClosableView;
import cachescope.app.controls.FaultsViewModel;
import cachescope.app.controls.FoldsViewModel;
import cachescope.app.controls.LatencyViewModel;
import cachescope.app.controls.StrategyFiles;
import cachescope.app.controls.StrategyView;
import cachescope.app.controls.StrategyViewModel;
import cachescope.app.controls.TrafficViewModel;
import cachescope.app.controls.TroubleViewModel;
import cachescope.app.export.ExportView;
import cachescope.app.export.ExportViewModel;
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
import cachescope.app.keys.KeyHandler;
import cachescope.app.keys.KeysOverlay;
import cachescope.app.picture.Caption;
import cachescope.app.scenario.ScenarioView;
import cachescope.app.scenario.ScenarioViewModel;
import cachescope.app.session.RunMeasuring;
import cachescope.app.session.Session;
import cachescope.app.session.ShownRun;
import cachescope.app.session.WorldKind;
import cachescope.app.settings.Settings;
import cachescope.app.settings.WindowPlace;
import cachescope.app.sizing.CurveWorker;
import cachescope.app.sizing.SizingViewModel;
import cachescope.app.stage.StageView;
import cachescope.app.tape.BranchesViewModel;
import cachescope.app.tape.TapeView;
import cachescope.app.tape.TapeViewModel;
import cachescope.app.theme.Mode;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.app.window.MainWindow;
import cachescope.app.window.Slots;
import cachescope.engine.event.EventLog;
import cachescope.engine.run.Run;
import cachescope.engine.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
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
    private final ScenarioViewModel scenario = new ScenarioViewModel();
    private final TapeViewModel tape = new TapeViewModel(playhead);
    private final BranchesViewModel branches = new BranchesViewModel();
    private final WindowExports exports;
    private final ExportView exportView;
    private final KeysOverlay keys = new KeysOverlay();
    private final HeaderViewModel header;
    private final StrategyViewModel strategy;
    private final TrafficViewModel traffic;
    private final Controls controls;
    private final LatencyViewModel latencies;
    private final TroubleViewModel trouble;
    private final FoldsViewModel folds;
    private final RunMeasuring measuring;
    private final CurveWorker curves = new CurveWorker();
    private final SizingViewModel sizing;
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
        header.offerScenarios(Scenarios.bundled()::all);
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
                        selection,
                        scenario);
        controls.begin(settings);
        this.strategy =
                new StrategyViewModel(
                        Wishes.STANDARD, controls.wishes().strategy(), player::use, messages::show);
        this.traffic = new TrafficViewModel(1, player::pace, player::restart, messages::show);
        connect();
        this.measuring =
                new RunMeasuring(() -> Optional.ofNullable(session.state().run()).map(Run::log));
        this.latencies = new LatencyViewModel(strategy, measuring);
        this.trouble =
                new TroubleViewModel(
                        strategy, selection, new RunTrouble(session, simulation), messages::show);
        this.folds = new FoldsViewModel(settings.folded());
        this.sizing = new SizingViewModel(curves, () -> OpenTraffic.of(session.state()));
        controls.inForceProperty().subscribe(sizing::show);
        this.headerView = new HeaderView(header, actions(), files);
        this.window = new MainWindow(slots(session, files));
        this.exports =
                new WindowExports(clock, window.root(), theme, selection::get, display::caption);
        this.exportView =
                new ExportView(new ExportViewModel(exports, exports.doneProperty()), files);
        window.overlay(exportView);
        window.overlay(keys);
        selection.addListener((_, _, chosen) -> tellOf(chosen));
        scenario.playedProperty()
                .subscribe(played ->
                        played.map(Scenario::view)
                                .map(Scenario.View::label)
                                .ifPresent(window::turnTo));
        this.scene = new Scene(window.root());
        theme.dress(scene);
        new KeyHandler(commands().actions()).listenTo(scene);
        new FileDrop(window.root(), player::open).listen();
        playhead.rateProperty().set(settings.playheadRate());
        playhead.skippingIdleProperty().set(settings.skipIdle());
        clock.beforeEachFrame(display::look);
        clock.beforeEachFrame(latencies::look);
        clock.beforeEachFrame(exports::look);
        clock.start();
    }

    /** Lets the controls show what is so. */
    private void connect() {
        controls.whenReleased(() -> traffic.show(controls.wishes().speed(), false));
        controls.inForceProperty().subscribe(strategy::show);
        controls.whyNoPaceProperty().subscribe(traffic::close);
        header.worldProperty().subscribe(world -> strategy.showWorld(world == WorldKind.SIMULATED));
        branches.whenForked(player::forkHere);
    }

    /**
     * Ends what reads for the window, and gives up what is being saved; the last picture stays.
     * Blocks for a bounded time.
     */
    void close() {
        exports.close();
        clock.close();
        measuring.close();
        curves.close();
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

    /** Shows the log of a run that nothing here makes. */
    void show(EventLog log, Caption caption) {
        display.show(log, caption);
        traffic.show(caption.speed() == 0 ? Double.POSITIVE_INFINITY : caption.speed(), false);
    }

    /** Turns to a time of it and stays there, looking as if time stood or ran. */
    void turnTo(long time, double rate, boolean playing) {
        playhead.rateProperty().set(rate);
        playhead.pause();
        playhead.seek(time);
        if (playing) {
            playhead.play();
        }
    }

    /** Turns to a view below the stage, by the name of its tab; returns whether there is one. */
    boolean turnTo(String view) {
        return window.turnTo(view);
    }

    /** The names of the tabs below the stage. */
    List<String> views() {
        return window.views();
    }

    /** Chooses what the inspector tells of. */
    void select(Selection chosen) {
        selection.set(chosen);
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
                controls.wishes().seed(),
                Optional.of(folds.folded()));
    }

    /** Opens the inspector where it is folded away, since it tells of what was chosen. */
    private void tellOf(Selection chosen) {
        if (!(chosen instanceof Selection.Nothing)) {
            window.inspectorOpenProperty().set(true);
        }
    }

    private void openExport() {
        exportView.open(playhead.time(), playhead.rate(), clock.liveEdge());
    }

    private Slots slots(Session session, FilePicker files) {
        var stage = new StageView(palette, selection);
        var tapeView = new TapeView(tape, branches, palette);
        var inspector = new InspectorView(new InspectorViewModel(selection), palette);
        var feed = new FeedViewModel(selection, playhead);
        clock.addScreen(stage);
        clock.addScreen(tapeView);
        clock.addScreen(inspector);
        clock.addScreen(feed);
        clock.addScreen(trouble);
        var middle =
                new VBox(
                        new MessageBar(messages),
                        new ScenarioView(scenario),
                        new StackPane(palette, stage));
        VBox.setVgrow(middle.getChildren().getLast(), Priority.ALWAYS);
        return new Slots(
                headerView,
                new ClosableView(
                        controls.whyNotProperty(),
                        new StrategyView(
                                strategy,
                                new StrategyFiles(strategy, files, messages::show),
                                traffic,
                                latencies,
                                new FaultsViewModel(strategy),
                                trouble,
                                folds)),
                middle,
                LowerScreens.of(
                        clock,
                        playhead,
                        palette,
                        ShownRun.of(session, clock::log),
                        strategy,
                        sizing),
                new SideView(inspector, new FeedView(feed)),
                tapeView);
    }

    private HeaderActions actions() {
        return new WindowActions(player, keys, this::openExport, this::toggleTheme);
    }

    private void toggleTheme() {
        theme.toggle();
        clock.requestFrame();
    }

    private WindowKeys commands() {
        return new WindowKeys(
                playhead,
                tape,
                branches,
                traffic,
                headerView,
                window,
                keys,
                this::openExport,
                this::toggleTheme);
    }
}
