package cachescope.app;

import cachescope.app.cli.CachescopeCommand;
import cachescope.app.cli.ExitCode;
import java.util.ArrayList;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;

/** Starts the program: the window without a command, else the command. */
public final class Main {
    private static final String NO_DISPLAY =
            "cachescope: there is no display to open a window on; 'cachescope replay --traffic FILE' runs without one.";

    private Main() {}

    public static void main(String[] arguments) {
        int code = CachescopeCommand.run(Main::openWindow, new OffScreenCamera(), arguments);
        if (code != ExitCode.DONE) {
            System.exit(code);
        }
        Platform.exit();
    }

    /** Opens the window and blocks until it is closed. */
    private static int openWindow(CachescopeCommand.Opening opening) {
        if (!displayIsThere()) {
            System.err.println(NO_DISPLAY);
            return ExitCode.FAILED;
        }
        var options = new ArrayList<String>();
        if (opening.traceStart()) {
            options.add(ExplorerApplication.TRACE_START);
        }
        if (opening.exitAfterFirstPacket()) {
            options.add(ExplorerApplication.EXIT_AFTER_FIRST_PACKET);
        }
        opening.savedLog()
                .map(file -> ExplorerApplication.WATCH + file.toAbsolutePath())
                .ifPresent(options::add);
        try {
            Application.launch(ExplorerApplication.class, options.toArray(String[]::new));
            return ExitCode.DONE;
        } catch (UnsupportedOperationException noToolkit) {
            System.err.println(NO_DISPLAY);
            return ExitCode.FAILED;
        }
    }

    /**
     * JavaFX needs an X server on Linux; without one it ends in a stack trace, so it is not even
     * tried.
     */
    private static boolean displayIsThere() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return !linux || headless || !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
    }
}
