package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.ClusterPlan;
import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.fixture.SyntheticMessages;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.order.CachePlace;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class LruViewTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long WAIT_NANOS_MAX = 20 * SECOND;

    private final LruViewModel model = new LruViewModel();
    private final SandboxViewModel sandbox = new SandboxViewModel();
    private final RivalsViewModel rivals =
            new RivalsViewModel(() -> new CachePlace("app-1"), _ -> {});
    private final AtomicInteger given = new AtomicInteger();
    private final EventLog log = SyntheticMessages.of(ClusterPlan.DEFAULT);
    private LruView view;

    /** As large as the tab of the smallest window. */
    @Start
    void start(Stage stage) {
        var palette = new Palette();
        view = new LruView(model, sandbox, rivals, palette, given::incrementAndGet);
        view.setMaxSize(744, 167);
        var scene = new Scene(new StackPane(palette, view), 744, 230);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void withoutANearCacheItSaysWhatItTakesAndGivesOne(FxRobot robot) {
        show(robot, SyntheticLog.of(1, 500, 500, 1), SECOND / 2);
        assertThat(robot.lookup("#lru-empty").queryAs(Label.class).getText())
                .contains("No node has a near cache");
        robot.clickOn("#lru-give");
        assertThat(given).hasValue(1);
    }

    @Test
    void theListOfANearCacheIsShownAndAKeyMarked(FxRobot robot) {
        show(robot, log, 4 * SECOND);
        assertThat(robot.lookup("#lru-empty").queryAs(Label.class).getText()).isEmpty();
        assertThat(robot.lookup("#lru-counts").queryAs(Label.class).getText())
                .contains(" entries · ", " shown");
        var key = model.pictureProperty().get().current().order().head().getFirst();
        robot.clickOn("#lru-key").write(key).type(KeyCode.ENTER);
        assertThat(model.selectedProperty().get()).isEqualTo(key);
        assertThat(robot.lookup("#lru").queryAs(Canvas.class).isFocused()).isTrue();
        assertThat(robot.lookup("#lru").queryAs(Canvas.class).getAccessibleText())
                .contains("App 1 near cache", "From the head");
    }

    @ParameterizedTest
    @CsvSource({
        "744,167,lru-traffic",
        "744,167,lru-hands",
        "744,167,lru-both",
        "842,230,lru-traffic"
    })
    void nothingIsCutOff(int width, int height, String mode, FxRobot robot) {
        robot.interact(() -> view.setMaxSize(width, height));
        robot.clickOn("#" + mode);
        show(robot, log, 4 * SECOND);
        assertThat(robot.lookup(".lru .label").queryAllAs(Label.class))
                .filteredOn(label -> label.isVisible() && !label.getText().isEmpty())
                .filteredOn(label -> label.localToScene(0, 0) != null && seen(label))
                .allSatisfy(label -> {
                    var bounds = view.sceneToLocal(label.localToScene(label.getLayoutBounds()));
                    assertThat(bounds.getMaxY()).as(label.getText()).isLessThanOrEqualTo(height);
                    assertThat(bounds.getMaxX()).as(label.getText()).isLessThanOrEqualTo(width);
                });
    }

    @Test
    void commandsAreTypedAndComeBackByTheArrows(FxRobot robot) {
        robot.clickOn("#lru-hands").clickOn("#lru-command").write("get A").type(KeyCode.ENTER);
        var answer = robot.lookup("#lru-answer").queryAs(Label.class);
        assertThat(answer.getText()).isEqualTo("A = 1.");
        robot.write("gett A").type(KeyCode.ENTER);
        assertThat(answer.getText()).startsWith("Unknown command");
        var field = robot.lookup("#lru-command").queryAs(TextField.class);
        robot.type(KeyCode.UP, KeyCode.UP);
        assertThat(field.getText()).isEqualTo("get A");
    }

    @Test
    void twoPoliciesAreComparedAndTheirFirstDifferenceIsTold(FxRobot robot) {
        robot.clickOn("#lru-both");
        show(robot, log, 4 * SECOND);
        assertThat(robot.lookup("#lru-difference").queryAs(Label.class).getText()).isNotEmpty();
        assertThat(rivals.standingProperty().get()).isPresent();
    }

    @Test
    void twoPoliciesOfACacheThatNobodyAsksSaySo(FxRobot robot) {
        robot.clickOn("#lru-both");
        show(robot, SyntheticLog.of(1, 500, 500, 1), SECOND / 2);
        assertThat(robot.lookup("#lru-difference").queryAs(Label.class).getText())
                .isEqualTo("No key was looked up in this cache so far.");
    }

    private static boolean seen(javafx.scene.Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Shows a moment, and lets what reads for itself come to its end. */
    private void show(FxRobot robot, EventLog of, long time) {
        var frame = Frames.at(of, time);
        long begun = System.nanoTime();
        boolean[] ready = {false};
        while (!ready[0] && System.nanoTime() - begun < WAIT_NANOS_MAX) {
            robot.interact(() -> {
                model.look(view.showsTraffic());
                rivals.look(view.showsRivals());
                model.show(frame);
                rivals.show(frame);
                ready[0] = model.isReady() && rivals.isReady();
            });
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(ready[0]).isTrue();
    }
}
