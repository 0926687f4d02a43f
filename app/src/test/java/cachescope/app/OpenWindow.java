package cachescope.app;

import cachescope.app.files.FilePicker;
import cachescope.app.session.Session;
import cachescope.app.settings.Settings;
import cachescope.app.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/**
 * The window's content on a stage of its own, 1000 by 800, with a session that has no live world
 * and a folder for the test's files. The stage that tests are given is that of all of them, and
 * would keep this size.
 */
final class OpenWindow {
    private final Session session =
            new Session(() -> {
                throw new AssertionError("this test needs no store");
            });
    private final Stage stage = new Stage();
    private final Explorer explorer;
    private final Path folder;

    /** Opens it; on the FX thread. */
    OpenWindow(Settings settings, FilePicker files) throws IOException {
        folder = Files.createTempDirectory("open-window");
        explorer = new Explorer(session, settings, Recordings.bundled(), new Theme(), files);
        stage.setScene(explorer.scene());
        stage.setWidth(1000);
        stage.setHeight(800);
        stage.show();
    }

    Session session() {
        return session;
    }

    Explorer explorer() {
        return explorer;
    }

    Path folder() {
        return folder;
    }

    /** Closes it and removes the folder with its files. */
    void close(FxRobot robot) throws IOException {
        robot.interact(stage::close);
        explorer.close();
        session.close();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
