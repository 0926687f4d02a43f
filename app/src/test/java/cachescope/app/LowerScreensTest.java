package cachescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.files.FilePicker;
import cachescope.app.fixture.ClusterPlan;
import cachescope.app.fixture.SavedLogs;
import cachescope.app.fixture.SyntheticMessages;
import cachescope.app.settings.Settings;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
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
class LowerScreensTest {
    private static final long SECOND = 1_000_000_000L;

    private OpenWindow window;

    @Start
    void open(Stage unused) throws IOException {
        window = new OpenWindow(Settings.DEFAULT, FilePicker.NOBODY);
        window.explorer()
                .watch(
                        SavedLogs.save(
                                SyntheticMessages.of(ClusterPlan.DEFAULT),
                                window.folder().resolve("run.jsonl")));
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        window.close(robot);
    }

    @Test
    void everyViewCanBeReachedInTheSmallestWindow(FxRobot robot) {
        assertThat(tabs(robot).getTabs())
                .extracting("text")
                .containsExactly(
                        "Hits",
                        "Latency",
                        "Hierarchy",
                        "LRU",
                        "Cache size",
                        "Fan-out",
                        "Stampede",
                        "Structures",
                        "Keys");
        assertThat(robot.from(tabs(robot)).lookup(".tab-label").queryAllAs(Node.class))
                .hasSize(9)
                .allMatch(label -> label.isVisible());
    }

    @Test
    void aSavedRunIsShownInBothViewsWhereThePlayheadStands(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> window.explorer().clock().liveEdge() > 5 * SECOND);
        robot.interact(() -> window.explorer().turnTo(4 * SECOND, 1, false));
        robot.interact(() -> select(robot, "Fan-out"));
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> text(robot, "#fan-out-story").contains("database v"));
        robot.interact(() -> select(robot, "Stampede"));
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> text(robot, "#stampede-expected").contains("1 + L·d"));
    }

    @Test
    void aViewInATabThatIsNotChosenStandsStillUntilItIs(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> window.explorer().clock().liveEdge() > 5 * SECOND);
        robot.interact(() -> select(robot, "Hits"));
        robot.interact(() -> window.explorer().turnTo(4 * SECOND, 1, false));
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> window.explorer().clock().isUpToDate());
        assertThat(text(robot, "#fan-out-story")).isEmpty();
        assertThat(text(robot, "#stampede-expected")).isEmpty();
        robot.interact(() -> select(robot, "Fan-out"));
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> text(robot, "#fan-out-story").contains("database v"));
        assertThat(text(robot, "#stampede-expected")).isEmpty();
    }

    private static void select(FxRobot robot, String title) {
        tabs(robot).getTabs().stream()
                .filter(tab -> tab.getText().equals(title))
                .forEach(tabs(robot).getSelectionModel()::select);
    }

    private static TabPane tabs(FxRobot robot) {
        return robot.lookup(".tab-pane").queryAs(TabPane.class);
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }
}
