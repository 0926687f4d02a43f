package cachescope.app;

import cachescope.app.files.DialogFilePicker;
import cachescope.app.frame.StartTrace;
import cachescope.app.session.Session;
import cachescope.app.settings.Settings;
import cachescope.app.settings.SettingsFile;
import cachescope.app.settings.SettingsPlace;
import cachescope.app.settings.WindowPlace;
import cachescope.app.theme.Mode;
import cachescope.app.theme.Theme;
import cachescope.app.window.MainWindow;
import cachescope.engine.run.LiveOptions;
import cachescope.engine.run.LiveWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window: opens where it was left, and begins to play. */
public final class ExplorerApplication extends Application {
    /** The option that tells how long the start took. */
    static final String TRACE_START = "--trace-start";

    /** The option that closes the window when it has shown a packet. */
    static final String EXIT_AFTER_FIRST_PACKET = "--exit-after-first-packet";

    /** The option that names a saved log to show: {@code --watch=FILE}. */
    static final String WATCH = "--watch=";

    private static final Logger LOGGER = LoggerFactory.getLogger(ExplorerApplication.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final SettingsFile settingsFile =
            new SettingsFile(
                    SettingsPlace.of(
                            System.getenv(),
                            System.getProperty("os.name"),
                            Path.of(System.getProperty("user.home"))));
    private final Session session = new Session(() -> LiveWorld.open(LiveOptions.BUNDLED));
    private @Nullable Explorer explorer;
    private @Nullable Stage stage;
    private @Nullable DialogFilePicker picker;
    private Settings settings = Settings.DEFAULT;
    private SettingsFile.Loaded loaded =
            new SettingsFile.Loaded(Settings.DEFAULT, Optional.empty());

    @Override
    public void init() {
        loaded = settingsFile.load();
        settings = loaded.settings();
        if (watched().isEmpty() && !settings.simulated()) {
            session.prepare();
        }
    }

    @Override
    public void start(Stage primary) {
        var recordings = Recordings.bundled();
        var theme = new Theme();
        theme.set(settings.dark() ? Mode.DARK : Mode.LIGHT);
        var dialogs = new DialogFilePicker(primary, settings.lastFolder());
        var content = new Explorer(session, settings, recordings, theme, dialogs);
        picker = dialogs;
        explorer = content;
        stage = primary;
        primary.setTitle("Cachescope");
        primary.setScene(content.scene());
        primary.setMinWidth(MainWindow.WIDTH_MIN);
        primary.setMinHeight(MainWindow.HEIGHT_MIN);
        place(primary);
        trace(content, primary);
        primary.show();
        loaded.complaint().ifPresent(content::tell);
        watched()
                .ifPresentOrElse(
                        content::watch,
                        () ->
                                settings.lastFile()
                                        .filter(Files::isReadable)
                                        .or(recordings::first)
                                        .ifPresent(content::open));
    }

    private Optional<Path> watched() {
        return getParameters().getRaw().stream()
                .filter(option -> option.startsWith(WATCH))
                .map(option -> Path.of(option.substring(WATCH.length())))
                .findFirst();
    }

    private void trace(Explorer content, Stage primary) {
        var options = getParameters().getRaw();
        boolean tells = options.contains(TRACE_START);
        boolean exits = options.contains(EXIT_AFTER_FIRST_PACKET);
        var trace =
                new StartTrace(
                        line -> {
                            if (tells) {
                                System.err.println(line);
                            }
                        },
                        () -> {
                            if (exits) {
                                primary.close();
                            }
                        });
        primary.setOnShown(_ -> trace.windowIsOpen());
        content.clock().addScreen(trace);
    }

    private void place(Stage primary) {
        var place =
                settings.window()
                        .filter(ExplorerApplication::isReachable)
                        .orElseGet(ExplorerApplication::middle);
        primary.setX(place.x());
        primary.setY(place.y());
        primary.setWidth(place.width());
        primary.setHeight(place.height());
        primary.setMaximized(place.maximized());
    }

    private static boolean isReachable(WindowPlace place) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen ->
                        place.isReachableOn(
                                screen.getMinX(),
                                screen.getMinY(),
                                screen.getWidth(),
                                screen.getHeight()));
    }

    private static WindowPlace middle() {
        var bounds = Screen.getPrimary().getVisualBounds();
        return WindowPlace.inTheMiddleOf(
                bounds.getMinX(),
                bounds.getMinY(),
                bounds.getWidth(),
                bounds.getHeight(),
                WIDTH,
                HEIGHT);
    }

    @Override
    public void stop() {
        if (explorer != null && stage != null && picker != null) {
            var place =
                    new WindowPlace(
                            stage.getX(),
                            stage.getY(),
                            stage.getWidth(),
                            stage.getHeight(),
                            stage.isMaximized());
            var unsaved = settingsFile.save(explorer.settings(place, picker.folder()));
            unsaved.ifPresent(reason -> LOGGER.warn("{}", reason));
        }
        if (explorer != null) {
            explorer.close();
        }
        session.close();
    }
}
