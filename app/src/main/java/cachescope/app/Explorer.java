package cachescope.app;

import cachescope.app.charts.Chart;
import cachescope.app.charts.ChartsView;
import cachescope.app.charts.ChartsViewModel;
import cachescope.app.controls.FaultsViewModel;
import cachescope.app.controls.LatencyViewModel;
import cachescope.app.controls.StrategyFiles;
import cachescope.app.controls.StrategyView;
import cachescope.app.controls.StrategyViewModel;
import cachescope.app.controls.TrafficViewModel;
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
import cachescope.app.hierarchy.HierarchyView;
import cachescope.app.hierarchy.HierarchyViewModel;
import cachescope.app.inspector.InspectorView;
import cachescope.app.inspector.InspectorViewModel;
import cachescope.app.inspector.SideView;
import cachescope.app.keys.KeyCommand;
import cachescope.app.keys.KeyHandler;
import cachescope.app.keys.KeysOverlay;
import cachescope.app.picture.Caption;
import cachescope.app.session.RunMeasuring;
import cachescope.app.session.Session;
import cachescope.app.settings.Settings;
import cachescope.app.settings.WindowPlace;
import cachescope.app.stage.StageView;
import cachescope.app.tape.TapeView;
import cachescope.app.tape.TapeViewModel;
import cachescope.app.theme.Mode;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.app.window.Lower;
import cachescope.app.window.MainWindow;
import cachescope.app.window.Slots;
import cachescope.engine.event.EventLog;
import cachescope.engine.run.Run;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
    private final WindowExports exports;
    private final ExportView exportView;
    private final KeysOverlay keys = new KeysOverlay();
    private final HeaderViewModel header;
    private final StrategyViewModel strategy;
    private final TrafficViewModel traffic;
    private final LatencyViewModel latencies;
    private final RunMeasuring measuring;
    private final Player player;
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
        this.player = new Player(session, header, messages, clock, tape, selection);
        this.strategy =
                new StrategyViewModel(
                        Player.STANDARD,
                        settings.strategy().orElse(Player.STANDARD),
                        player::use,
                        messages::show);
        this.traffic = new TrafficViewModel(1, player::pace, player::restart, messages::show);
        this.measuring =
                new RunMeasuring(() -> Optional.ofNullable(session.state().run()).map(Run::log));
        this.latencies = new LatencyViewModel(strategy, measuring);
        player.whenReleased(() -> traffic.show(traffic.speedProperty().get(), false));
        player.begin(strategy.strategyProperty().get());
        player.inForceProperty().subscribe(strategy::show);
        this.headerView = new HeaderView(header, actions(), files);
        this.window = new MainWindow(slots(files));
        this.exports =
                new WindowExports(clock, window.root(), theme, selection::get, player::caption);
        this.exportView =
                new ExportView(new ExportViewModel(exports, exports.doneProperty()), files);
        window.overlay(exportView);
        window.overlay(keys);
        selection.addListener((_, _, chosen) -> tellOf(chosen));
        this.scene = new Scene(window.root());
        theme.dress(scene);
        new KeyHandler(commands()).listenTo(scene);
        new FileDrop(window.root(), player::open).listen();
        playhead.rateProperty().set(settings.playheadRate());
        playhead.skippingIdleProperty().set(settings.skipIdle());
        clock.beforeEachFrame(player::look);
        clock.beforeEachFrame(latencies::look);
        clock.beforeEachFrame(exports::look);
        clock.start();
    }

    /**
     * Ends what reads for the window, and gives up what is being saved; the last picture stays.
     * Blocks for a bounded time.
     */
    void close() {
        exports.close();
        clock.close();
        measuring.close();
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
        player.show(log, caption);
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
                Optional.of(player.strategy()),
                player.file(),
                folder,
                List.copyOf(header.recent()),
                playhead.rate(),
                playhead.skippingIdleProperty().get());
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

    private Slots slots(FilePicker files) {
        var stage = new StageView(palette, selection);
        var charts = new ChartsViewModel();
        var hierarchy = new HierarchyViewModel();
        var tapeView = new TapeView(tape, palette);
        var inspector = new InspectorView(new InspectorViewModel(selection), palette);
        var feed = new FeedViewModel(selection, playhead);
        clock.addScreen(stage);
        clock.addScreen(charts);
        clock.addScreen(hierarchy);
        clock.addScreen(tapeView);
        clock.addScreen(inspector);
        clock.addScreen(feed);
        var middle = new VBox(new MessageBar(messages), new StackPane(palette, stage));
        VBox.setVgrow(middle.getChildren().getLast(), Priority.ALWAYS);
        return new Slots(
                headerView,
                closedBecause(
                        player.whyNotProperty(),
                        new StrategyView(
                                strategy,
                                new StrategyFiles(strategy, files, messages::show),
                                traffic,
                                latencies,
                                new FaultsViewModel(strategy))),
                middle,
                List.of(
                        new Lower(
                                "Charts",
                                "Hits and database",
                                new ChartsView(
                                        List.of(Chart.HIT_RATIO, Chart.DATABASE_CALLS),
                                        charts,
                                        palette)),
                        new Lower(
                                "Charts",
                                "Read latency",
                                new ChartsView(
                                        List.of(Chart.READ_P50, Chart.READ_P99), charts, palette)),
                        new Lower("Hierarchy", "Hierarchy", new HierarchyView(hierarchy, palette))),
                new SideView(inspector, new FeedView(feed)),
                tapeView);
    }

    /** Controls that are off, with the reason above them, as long as there is one. */
    private static Region closedBecause(ReadOnlyStringProperty reason, Region controls) {
        var words = new Label();
        words.setId("controls-closed");
        words.getStyleClass().addAll("dim", "small", "controls-closed");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(reason);
        words.visibleProperty().bind(reason.isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        controls.disableProperty().bind(reason.isNotEmpty());
        VBox.setVgrow(controls, Priority.ALWAYS);
        return new VBox(words, controls);
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
            public void listKeys() {
                keys.toggle();
            }

            @Override
            public void export() {
                openExport();
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
        commands.put(KeyCommand.HOLD_TRAFFIC, traffic::toggleHold);
        commands.put(KeyCommand.OPEN_FILE, headerView::askForFile);
        commands.put(
                KeyCommand.INSPECTOR,
                () -> window.inspectorOpenProperty().set(!window.inspectorOpenProperty().get()));
        commands.put(KeyCommand.EXPORT, this::openExport);
        commands.put(KeyCommand.THEME, () -> actions().toggleTheme());
        commands.put(KeyCommand.LIST_KEYS, keys::toggle);
        return commands;
    }
}
