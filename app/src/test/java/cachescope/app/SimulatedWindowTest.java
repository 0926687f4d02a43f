package cachescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.files.FilePicker;
import cachescope.app.fixture.SavedLogs;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.settings.Settings;
import cachescope.app.settings.WindowPlace;
import cachescope.app.words.Times;
import cachescope.engine.strategy.PatternName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
class SimulatedWindowTest {
    private OpenWindow window;
    private Explorer explorer;

    @Start
    void open(Stage primary) throws IOException {
        var first = Settings.DEFAULT;
        var settings =
                new Settings(
                        first.window(),
                        first.dark(),
                        first.strategy(),
                        first.lastFile(),
                        first.lastFolder(),
                        first.recentFiles(),
                        first.playheadRate(),
                        first.skipIdle(),
                        true,
                        7,
                        first.folded());
        window = new OpenWindow(settings, FilePicker.NOBODY);
        explorer = window.explorer();
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        window.close(robot);
    }

    @Test
    void aRecordingRunsInTheSimulatedWorldFromItsStart(FxRobot robot) throws Exception {
        play(robot);
        assertThat(text(robot, ".versions")).isEqualTo("simulated");
        assertThat(robot.lookup("#seed").queryAs(TextField.class).getText()).isEqualTo("7");
        assertThat(robot.lookup("#hold").<Node>query().isDisabled()).isTrue();
        assertThat(robot.lookup("#traffic-speed-slider").<Node>query().isDisabled()).isTrue();
        assertThat(robot.lookup("#fork").<Node>query().getParent().isVisible()).isFalse();
        robot.press(KeyCode.H).release(KeyCode.H);
        assertThat(message(robot)).contains("virtual time");
        var kept = explorer.settings(new WindowPlace(0, 0, 1000, 800, false), Optional.empty());
        assertThat(kept.simulated()).isTrue();
        assertThat(kept.seed()).isEqualTo(7);
    }

    @Test
    void aChangeOfStrategyBranchesOffAndTheKeySwitchesBetweenTheRuns(FxRobot robot)
            throws Exception {
        play(robot);
        until(() -> window.session().state().survey().isPresent());
        assertThat(robot.lookup("#branch-b").<Node>query().getParent().isVisible()).isFalse();

        choose(robot, PatternName.NO_CACHE);

        until(() -> selected(robot, "#branch-b"));
        assertThat(text(robot, "#branch-a")).isEqualTo("Cache-aside · TTL 60 s");
        assertThat(text(robot, "#branch-b"))
                .contains("from 00:0", "pattern cache-aside to no-cache");
        robot.press(KeyCode.B).release(KeyCode.B);
        until(() -> selected(robot, "#branch-a"));
        assertThat(pattern(robot)).isEqualTo(PatternName.CACHE_ASIDE);
        robot.clickOn("#branch-b");
        until(() -> selected(robot, "#branch-b"));
        assertThat(pattern(robot)).isEqualTo(PatternName.NO_CACHE);
        assertThat(robot.lookup("#messages").<Node>query().isVisible()).isFalse();
    }

    @Test
    void whereTheRunIsOverAChangeIsRefusedAndTheControlGoesBack(FxRobot robot) throws Exception {
        play(robot);
        until(() -> {
            var run = window.session().state().run();
            return run != null && run.progress().state().isOver();
        });
        until(() -> {
            robot.press(KeyCode.END).release(KeyCode.END);
            WaitForAsyncUtils.waitForFxEvents();
            var run = window.session().state().run();
            return run != null && text(robot, "#time").equals(Times.clock(run.log().lastAt()));
        });
        choose(robot, PatternName.NO_CACHE);
        assertThat(message(robot)).contains("The run is over here");
        assertThat(pattern(robot)).isEqualTo(PatternName.CACHE_ASIDE);
        assertThat(window.session().state().coming()).isNull();
    }

    @Test
    void aScenarioIsOpenedWithAllThatItSays(FxRobot robot) throws Exception {
        var file = Path.of("../assets/scenarios/lost-message.scenario.json");
        robot.interact(() -> explorer.open(file));
        until(() -> window.session().state().run() != null);
        var run = window.session().state().run();
        assertThat(run == null ? List.of() : run.plan().disturbances()).hasSize(1);
        until(() -> robot.lookup("#seed").queryAs(TextField.class).getText().equals("1"));
        until(() -> robot.lookup("#scenario").<Node>query().isVisible());
        assertThat(text(robot, "#scenario-title"))
                .isEqualTo("A message gets lost, and a node does not know");
        assertThat(selectedTab(robot)).contains("Fan-out");

        var bad = Files.writeString(window.folder().resolve("bad.scenario.json"), "{}");
        robot.interact(() -> explorer.open(bad));
        until(() -> message(robot).contains("bad.scenario.json"));
        assertThat(window.session().state().run()).isSameAs(run);
    }

    @Test
    void anotherSeedIsAnotherRunFromTheStart(FxRobot robot) throws Exception {
        play(robot);
        var before = window.session().state().run();
        robot.interact(() -> seed(robot).setText("x"));
        robot.interact(() -> seed(robot).fireEvent(new ActionEvent()));
        assertThat(message(robot)).contains("\"x\"");
        assertThat(window.session().state().run()).isSameAs(before);
        robot.interact(() -> seed(robot).setText("8"));
        robot.interact(() -> seed(robot).fireEvent(new ActionEvent()));
        until(() -> window.session().state().run() != before);
        var run = window.session().state().run();
        assertThat(run == null ? 0 : run.plan().seed()).isEqualTo(8);
    }

    @Test
    void theTrafficOfASavedLogIsForked(FxRobot robot) throws Exception {
        var log = SyntheticLog.of(1, 400, 100, 1);
        var file = SavedLogs.save(log, window.folder().resolve("run.jsonl"));
        robot.interact(() -> explorer.watch(file));
        until(() -> robot.lookup("#fork").<Node>query().getParent().isVisible());
        until(() -> !robot.lookup("#fork").<Node>query().isDisabled());
        robot.press(KeyCode.F).release(KeyCode.F);

        until(() -> text(robot, ".versions").equals("simulated"));
        assertThat(message(robot)).contains("simulated run of the traffic of the saved log");
        assertThat(robot.lookup("#restart").<Node>query().isDisabled()).isFalse();
        assertThat(text(robot, "#origin")).isEmpty();
    }

    @Test
    void aLogWithoutRequestsCannotBeForked(FxRobot robot) throws Exception {
        var log = SyntheticLog.of(1, 1, 100, 1);
        var all = Files.readAllLines(SavedLogs.save(log, window.folder().resolve("run.jsonl")));
        Files.writeString(window.folder().resolve("run.jsonl"), all.getFirst() + "\n");
        robot.interact(() -> explorer.watch(window.folder().resolve("run.jsonl")));
        until(() -> robot.lookup("#fork").<Node>query().getParent().isVisible());
        until(() -> robot.lookup("#messages").<Node>query().isVisible());
        assertThat(robot.lookup("#fork").<Node>query().isDisabled()).isTrue();
    }

    private void play(FxRobot robot) throws Exception {
        var lines = new StringBuilder("at,op,key\n");
        for (int i = 0; i < 3_000; i++) {
            var operation = i % 10 == 0 ? "WRITE" : "READ";
            lines.append(
                    String.format(Locale.ROOT, "%.2f,%s,k%d%n", i / 100.0, operation, i * 7 % 40));
        }
        var file = Files.writeString(window.folder().resolve("a.csv"), lines);
        robot.interact(() -> explorer.open(file));
        until(() -> text(robot, ".versions").equals("simulated"));
    }

    private static void choose(FxRobot robot, PatternName pattern) {
        robot.interact(() -> patterns(robot).setValue(pattern));
    }

    private static PatternName pattern(FxRobot robot) {
        return patterns(robot).getValue();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<PatternName> patterns(FxRobot robot) {
        return robot.lookup("#pattern").queryAs(ComboBox.class);
    }

    private static TextField seed(FxRobot robot) {
        return robot.lookup("#seed").queryAs(TextField.class);
    }

    private static boolean selected(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ToggleButton.class).isSelected()
                && robot.lookup(id).<Node>query().getParent().isVisible();
    }

    private static String message(FxRobot robot) {
        return robot.from(robot.lookup("#messages").<Node>query())
                .lookup(".label")
                .queryAs(Labeled.class)
                .getText();
    }

    private static String selectedTab(FxRobot robot) {
        return robot.lookup(".tab-pane")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .getSelectedItem()
                .getText();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
