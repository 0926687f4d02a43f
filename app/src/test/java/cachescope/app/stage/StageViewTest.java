package cachescope.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticCluster;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Playhead;
import cachescope.app.frame.Selection;
import cachescope.app.theme.Mode;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.app.theme.Tone;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Tier;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class StageViewTest {
    private static final long SECOND = 1_000_000_000L;

    private final ObjectProperty<Selection> selection =
            new SimpleObjectProperty<>(new Selection.Nothing());
    private final Playhead playhead = new Playhead();
    private final FrameClock clock = new FrameClock(playhead);
    private Theme theme;
    private Palette palette;
    private StageView view;

    @Start
    void start(Stage stage) {
        theme = new Theme();
        palette = new Palette();
        view = new StageView(palette, selection);
        var scene = new Scene(new StackPane(palette, view), 872, 404);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        clock.addScreen(view);
    }

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void aClickOnATierChoosesIt(FxRobot robot) {
        showAt(robot, SyntheticLog.of(1, 2_000, 200, 1), 3 * SECOND);
        click(robot, 840, 120);
        assertThat(selection.get()).isEqualTo(new Selection.OfTier(Tier.REDIS, ""));
        click(robot, 20, 390);
        assertThat(selection.get()).isEqualTo(new Selection.Nothing());
    }

    @Test
    void aClickOnAPacketChoosesItsRequest(FxRobot robot) {
        showAt(robot, SyntheticLog.of(1, 2_000, 20, 1), 3 * SECOND);
        var packet = view.model().packetsProperty().get().packets().getLast();
        click(robot, packet.x(), packet.y());
        assertThat(selection.get()).isEqualTo(packet.selection());
    }

    @Test
    void theNumbersCanBeReadAloud(FxRobot robot) {
        showAt(robot, SyntheticLog.of(1, 2_000, 200, 1), 3 * SECOND);
        assertThat(robot.lookup("#stage").query().getAccessibleText())
                .contains("requests/s", "Redis: ", "% hits", "Database: ", "App 1");
    }

    @Test
    void theHeadlineSaysTheScaleInForce(FxRobot robot) {
        showAt(robot, SyntheticLog.of(1, 2_000, 200, 1), 3 * SECOND);
        robot.interact(() -> {
            playhead.rateProperty().set(0.00025);
            tick(3);
        });
        assertThat(robot.lookup("#headline").queryAs(Label.class).getText())
                .contains("time stretched 4,000 ×: 1 ms takes 4 s");
    }

    @Test
    void theBannerTellsOfALostTierAndGoesWhenItIsBack(FxRobot robot) {
        showAt(robot, SyntheticLog.withOutage(3, 2_000, 200, 2 * SECOND, 5 * SECOND), 3 * SECOND);
        var banner = robot.lookup("#banner").queryAs(Label.class);
        assertThat(banner.getText())
                .isEqualTo("Redis is lost since 00:02.004: cache-aside answers from the database");
        assertThat(banner.getParent().isVisible()).isTrue();
        showAt(robot, SyntheticLog.of(1, 2_000, 200, 1), 3 * SECOND);
        assertThat(banner.getParent().isVisible()).isFalse();
    }

    @Test
    void aLostRedisHasNoLatency(FxRobot robot) {
        showAt(robot, SyntheticLog.withOutage(3, 2_000, 200, 2 * SECOND, 5 * SECOND), 3 * SECOND);
        assertThat(robot.lookup("#stage").query().getAccessibleText())
                .contains("Redis: lost, does not answer. Database");
        assertThat(robot.lookup("#headline").queryAs(Label.class).getText())
                .endsWith("hops at least 150 ms");
    }

    @Test
    void everyNodeIsToldWithItsNearCache(FxRobot robot) {
        showAt(robot, SyntheticCluster.of(1, 2_000, 400, 3, true), SyntheticCluster.DOWN_FROM - 1);
        assertThat(robot.lookup("#stage").query().getAccessibleText())
                .containsPattern("App 1, .* in flight, near \\d+ % hits. App 2, .*near .* App 3, ");
        assertThat(view.model().nodesProperty()).containsExactly("app-1", "app-2", "app-3");
    }

    @Test
    void aNodeThatWasKilledIsDownUntilItIsStarted(FxRobot robot) {
        var log = SyntheticCluster.of(1, 2_000, 400, 3, true);
        showAt(robot, log, SyntheticCluster.DOWN_FROM + SECOND);
        assertThat(robot.lookup("#stage").query().getAccessibleText())
                .contains("App 2: down, was killed.");
        showAt(robot, log, SyntheticCluster.DOWN_TO + SECOND / 2);
        assertThat(robot.lookup("#stage").query().getAccessibleText()).doesNotContain("down");
    }

    @Test
    void packetsGoToTheirOwnNode(FxRobot robot) {
        showAt(robot, SyntheticCluster.of(1, 3_000, 700, 16, false), SECOND);
        var field = view.model().packetsProperty().get();
        var layout = new StageLayout(872, 404, List.copyOf(view.model().nodesProperty()));
        assertThat(field.packets())
                .filteredOn(packet -> packet.position().hop() == Hop.BALANCER_APP)
                .filteredOn(packet -> packet.position().share() > 0.9)
                .filteredOn(packet -> !packet.position().back())
                .isNotEmpty()
                .allSatisfy(packet -> {
                    var box = layout.box(Place.app(packet.journey().node()));
                    assertThat(packet.y()).isBetween(box.y() - 20, box.bottom() + 20);
                });
    }

    @Test
    void anEmptyStageSaysWhatItWaitsFor(FxRobot robot) {
        showAt(robot, new EventLog(), 0);
        assertThat(robot.lookup("#note").queryAs(Label.class).getText())
                .isEqualTo("Waiting for the first request");
    }

    @Test
    void theMorePacketsTheSmallerTheyAre(FxRobot robot) {
        showAt(robot, SyntheticLog.of(1, 2_000, 20, 1), 3 * SECOND);
        assertThat(view.model().packetsProperty().get().size()).isEqualTo(16);
        showAt(robot, SyntheticLog.of(1, 2_000, 300, 1), 3 * SECOND);
        assertThat(view.model().packetsProperty().get().size()).isBetween(11, 15);
        showAt(robot, SyntheticLog.of(1, 20_000, 1_000, 1), 3 * SECOND);
        assertThat(view.model().packetsProperty().get().size()).isEqualTo(10);
    }

    @Test
    void aCrowdIsShownAsDensity(FxRobot robot) {
        showAt(robot, SyntheticLog.of(1, 20_000, 4_000, 1), 3 * SECOND);
        assertThat(view.model().packetsProperty().get().dense()).isTrue();
        assertThat(robot.lookup("#headline").queryAs(Label.class).getText())
                .contains("too many packets");
    }

    @Test
    void bothThemesColourTheStageWhileItRuns(FxRobot robot) {
        showAt(robot, SyntheticLog.of(1, 2_000, 200, 1), 3 * SECOND);
        var dark = picture(robot);
        robot.interact(() -> theme.set(Mode.LIGHT));
        robot.interact(() -> view.getScene().getRoot().layout());
        assertThat(palette.get(Tone.GROUND)).isEqualTo(Color.web("#eceff4"));
        var light = picture(robot);
        robot.interact(() -> theme.set(Mode.DARK));
        var box = new StageLayout(872, 404, List.of("app-1")).box(Place.of(Tier.REDIS));
        int x = (int) box.right() - 20;
        int y = (int) box.y() + 40;
        assertThat(dark.getPixelReader().getColor(x, y)).isEqualTo(Color.web("#3b4252"));
        assertThat(light.getPixelReader().getColor(x, y)).isEqualTo(Color.web("#ffffff"));
    }

    private WritableImage picture(FxRobot robot) {
        var image = new WritableImage[1];
        robot.interact(() -> image[0] = view.getScene().snapshot(null));
        return image[0];
    }

    private void showAt(FxRobot robot, EventLog log, long time) {
        robot.interact(() -> {
            clock.openAtStart(log);
            playhead.seek(time);
            playhead.pause();
            Frames.settle(clock);
        });
    }

    private void tick(int times) {
        for (int i = 0; i < times; i++) {
            clock.handle(i);
        }
    }

    private void click(FxRobot robot, double x, double y) {
        robot.clickOn(view.localToScreen(x, y));
    }
}
