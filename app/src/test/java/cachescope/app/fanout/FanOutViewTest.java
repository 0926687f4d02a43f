package cachescope.app.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.ClusterPlan;
import cachescope.app.fixture.FrameSequence;
import cachescope.app.fixture.Frames;
import cachescope.app.fixture.Pictures;
import cachescope.app.fixture.SyntheticMessages;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicLong;
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
class FanOutViewTest {
    private static final long SECOND = 1_000_000_000L;

    private final FanOutViewModel model = new FanOutViewModel();
    private final Palette palette = new Palette();
    private final EventLog log = SyntheticMessages.of(ClusterPlan.DEFAULT);
    private FanOutView view;

    /** As large as the tab of the smallest window. */
    @Start
    void start(Stage stage) {
        view = new FanOutView(model, palette);
        view.setMaxSize(744, 167);
        var scene = new Scene(new StackPane(palette, view), 744, 230);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void anEmptyRunSaysWhatItTakes(FxRobot robot) {
        var empty = robot.lookup("#fan-out-empty").queryAs(Label.class);
        assertThat(empty.isVisible()).isTrue();
        assertThat(empty.getText()).contains("invalidation event");
        robot.interact(() -> model.show(Frames.at(log, 4 * SECOND)));
        assertThat(empty.isVisible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"744,167,3", "744,167,16", "436,230,3", "436,230,16"})
    void nothingIsCutOff(int width, int height, int nodes, FxRobot robot) {
        var run = SyntheticMessages.of(ClusterPlan.DEFAULT.withNodes(nodes));
        robot.interact(() -> {
            view.setMaxSize(width, height);
            model.show(Frames.at(run, 4 * SECOND));
        });
        assertThat(robot.lookup(".fan-out .label").queryAllAs(Label.class))
                .filteredOn(label -> label.isVisible() && !label.getText().isEmpty())
                .hasSizeGreaterThan(6)
                .allSatisfy(label -> {
                    assertThat(label.getHeight())
                            .as(label.getText())
                            .isGreaterThanOrEqualTo(Math.floor(label.prefHeight(label.getWidth())));
                    assertThat(
                                    view.sceneToLocal(label.localToScene(label.getLayoutBounds()))
                                            .getMaxX())
                            .as(label.getText())
                            .isLessThanOrEqualTo(width);
                });
        assertThat(canvas(robot).getHeight()).isGreaterThan(80);
    }

    @Test
    void aMessageIsSeenToMove(FxRobot robot) {
        long sent = firstMessage();
        var before = picture(robot, sent - 1_000);
        var begun = picture(robot, sent + 100_000_000);
        var later = picture(robot, sent + 300_000_000);
        assertThat(differences(before, begun)).isPositive();
        assertThat(differences(begun, later)).isPositive();
    }

    @Test
    void theKeyCanBeTyped(FxRobot robot) {
        robot.interact(() -> model.show(Frames.at(log, 4 * SECOND)));
        robot.clickOn("#fan-out-key").write("product:4713").type(KeyCode.ENTER);
        assertThat(robot.lookup("#fan-out-story").queryAs(Label.class).getText())
                .startsWith("product:4713: database v");
        assertThat(canvas(robot).isFocused()).isTrue();
    }

    @Test
    void aClickOnAStaleNodeChoosesWhatItIsStaleOf(FxRobot robot) {
        var sequence = new FrameSequence(log);
        long stale = 0;
        for (long time = 3 * SECOND; stale == 0; time += SECOND / 100) {
            var fanOut = sequence.at(time).shown().present().fanOut();
            stale = fanOut.stale(fanOut.nodes().get(1), time).isEmpty() ? 0 : time;
        }
        var frame = Frames.at(log, stale);
        robot.interact(() -> model.show(frame));
        var canvas = canvas(robot);
        var node = new FanOutLayout(canvas.getWidth(), canvas.getHeight(), 3).node(1);
        robot.clickOn(canvas.localToScreen(node.x() + node.width() / 2, node.middle()));
        assertThat(robot.lookup("#fan-out-key").queryAs(TextField.class).getText())
                .startsWith("product:");
        assertThat(canvas.getAccessibleText()).contains("App 2: version");
    }

    private BufferedImage picture(FxRobot robot, long time) {
        var pictures = new BufferedImage[1];
        robot.interact(() -> {
            model.show(Frames.at(log, time));
            pictures[0] = Pictures.pixels(canvas(robot).snapshot(null, null));
        });
        return pictures[0];
    }

    private static long differences(BufferedImage one, BufferedImage other) {
        long count = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private long firstMessage() {
        var found = new AtomicLong();
        log.read(
                0,
                Integer.MAX_VALUE,
                event -> {
                    if (event instanceof Event.MessagePublished published && found.get() == 0) {
                        found.set(published.startedAt());
                    }
                });
        return found.get();
    }

    private static Canvas canvas(FxRobot robot) {
        return robot.lookup("#fan-out").queryAs(Canvas.class);
    }
}
