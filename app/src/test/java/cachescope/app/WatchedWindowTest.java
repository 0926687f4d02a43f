package cachescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.files.FilePicker;
import cachescope.app.fixture.SavedLogs;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.settings.Settings;
import cachescope.app.settings.WindowPlace;
import cachescope.engine.event.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class WatchedWindowTest {
    private OpenWindow window;
    private Explorer explorer;

    @Start
    void open(Stage unused) throws IOException {
        window = new OpenWindow(Settings.DEFAULT, FilePicker.NOBODY);
        explorer = window.explorer();
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        window.close(robot);
    }

    @Test
    void aSavedLogIsShownAndItsControlsAreOffWithTheReason(FxRobot robot) throws Exception {
        var file = saved(SyntheticLog.of(1, 400, 100, 1));

        robot.interact(() -> explorer.open(file));

        until(() -> text(robot, "#origin").equals("saved log · live"));
        until(() -> !text(robot, "#time").equals("00:00.000"));
        assertThat(text(robot, "#controls-closed")).contains("saved log");
        assertThat(robot.lookup("#restart").<Node>query().isDisabled()).isTrue();
        assertThat(robot.lookup("#messages").<Node>query().isVisible()).isFalse();
        robot.press(KeyCode.H).release(KeyCode.H);
        assertThat(message(robot)).contains("saved log");
    }

    @Test
    void aLogThatBreaksOffIsShownAndToldOf(FxRobot robot) throws Exception {
        var file = saved(SyntheticLog.withOutage(1, 200, 100, 0, 0));

        robot.interact(() -> explorer.watch(file));

        until(() -> robot.lookup("#messages").<Node>query().isVisible());
        assertThat(message(robot)).contains("incomplete");
        until(() -> !text(robot, "#time").equals("00:00.000"));
    }

    @Test
    void whatIsNoLogIsToldOfAndTheWindowStays(FxRobot robot) throws Exception {
        var file = window.folder().resolve("other.jsonl");
        Files.writeString(file, "{\"seq\":0,\"type\":\"RunStarted\",\"formatVersion\":1");

        robot.interact(() -> explorer.open(file));

        until(() -> robot.lookup("#messages").<Node>query().isVisible());
        assertThat(message(robot)).contains("other.jsonl line 1");
        assertThat(text(robot, "#origin")).isEmpty();
    }

    @Test
    void theKeyTurnsSkippingOnAndTheWindowRemembersIt(FxRobot robot) {
        robot.press(KeyCode.S).release(KeyCode.S);
        var place = new WindowPlace(0, 0, 1000, 800, false);
        assertThat(explorer.settings(place, Optional.empty()).skipIdle()).isTrue();
    }

    private Path saved(EventLog log) {
        return SavedLogs.save(log, window.folder().resolve("run.jsonl"));
    }

    private static String message(FxRobot robot) {
        return robot.from(robot.lookup("#messages").<Node>query())
                .lookup(".label")
                .<Label>query()
                .getText();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Label>query().getText();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> condition.getAsBoolean());
    }
}
