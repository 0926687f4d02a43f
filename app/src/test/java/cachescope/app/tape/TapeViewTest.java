package cachescope.app.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Playhead;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.app.theme.Tone;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Tier;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class TapeViewTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double PADDING = 16;
    private final Playhead playhead = new Playhead();
    private final BranchesViewModel branches = new BranchesViewModel();
    private final List<Side> chosen = new ArrayList<>();
    private Palette palette;
    private TapeView view;
    private Scene scene;

    @Start
    void start(Stage stage) {
        palette = new Palette();
        view = new TapeView(new TapeViewModel(playhead), branches, palette);
        scene = new Scene(new StackPane(palette, view), 1000, 220);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void pressingTheTapeMovesThePlayheadThere(FxRobot robot) {
        robot.interact(
                () -> view.show(Frames.at(SyntheticLog.withChanges(1, 8_000, 1_000), SECOND)));
        var tape = robot.lookup("#tape").query();
        robot.clickOn(tape);
        assertThat(playhead.time()).isCloseTo(10 * SECOND, within(SECOND / 10));
        assertThat(playhead.isFollowing()).isFalse();
    }

    @Test
    void anotherWidthShowsTheSameSpan(FxRobot robot) {
        var frame = Frames.at(SyntheticLog.withChanges(1, 8_000, 1_000), SECOND);
        robot.interact(() -> view.show(frame));
        double before = scene.getWindow().getWidth();
        robot.interact(() -> scene.getWindow().setWidth(700));
        var resized = pixels(robot);
        robot.interact(() -> view.show(frame));
        assertThat(resized).isEqualTo(pixels(robot));
        robot.interact(() -> scene.getWindow().setWidth(before));
    }

    private static int[] pixels(FxRobot robot) {
        var tape = robot.lookup("#tape").<Canvas>query();
        var image = robot.capture(tape).getImage();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    @Test
    void whenIdleTimeIsPassedOverTheTransportSaysHowMuch(FxRobot robot) {
        var log = new EventLog();
        for (long at : new long[] {0, SECOND, 60 * SECOND, 70 * SECOND}) {
            log.append(seq -> new Event.TierRecovered(seq, at, Tier.REDIS));
        }
        var clock = new FrameClock(playhead);
        robot.clickOn("#skip-idle");
        robot.interact(() -> {
            clock.openAtStart(log);
            for (long wall = 0; wall <= 3 * SECOND; wall += SECOND / 60) {
                clock.handle(wall);
            }
        });
        var told = robot.lookup("#skipped").<Label>query();
        assertThat(told.isVisible()).isTrue();
        assertThat(told.getText()).isEqualTo("58 s skipped");
        robot.clickOn("#skip-idle");
        assertThat(playhead.skippingIdleProperty().get()).isFalse();
        clock.close();
    }

    @Test
    void theButtonsMoveThePlayhead(FxRobot robot) {
        robot.clickOn("#play");
        assertThat(playhead.isPlaying()).isFalse();
        robot.clickOn("#live-edge");
        assertThat(playhead.isFollowing()).isTrue();
        robot.interact(() -> playhead.seek(5 * SECOND));
        robot.clickOn("#to-start");
        assertThat(playhead.time()).isZero();
    }

    @Test
    void theRateIsWrittenOut(FxRobot robot) {
        robot.interact(() -> playhead.rateProperty().set(0.00025));
        assertThat(robot.lookup("#rate").queryAs(Label.class).getText()).isEqualTo("0.00025 ×");
        assertThat(robot.lookup(".rate-meaning").queryAs(Label.class).getText())
                .isEqualTo("1 ms takes 4 s");
        assertThat(robot.lookup("#rate-slider").queryAs(Slider.class).getValue()).isEqualTo(1);
    }

    @Test
    void aRateBetweenTheStopsIsNotPushedToOne(FxRobot robot) {
        robot.interact(() -> robot.lookup("#rate-slider").query().requestFocus());
        robot.interact(() -> playhead.rateProperty().set(0.003));
        assertThat(playhead.rate()).isEqualTo(0.003);
    }

    @Test
    void theSliderSetsTheRate(FxRobot robot) {
        robot.interact(() -> robot.lookup("#rate-slider").queryAs(Slider.class).setValue(12));
        assertThat(playhead.rate()).isEqualTo(1);
        robot.interact(() -> robot.lookup("#rate-slider").queryAs(Slider.class).setValue(15));
        assertThat(playhead.rate()).isEqualTo(10);
    }

    @Test
    void hitsMissesAndStaleReadsArePainted(FxRobot robot) {
        robot.interact(
                () -> view.show(Frames.at(SyntheticLog.withChanges(1, 8_000, 1_000), SECOND)));
        robot.interact(() -> {
            var picture = scene.snapshot(null).getPixelReader();
            for (var tone :
                    new Tone[] {Tone.HIT, Tone.MISS, Tone.STALE, Tone.MARKER, Tone.DATABASE_CALL}) {
                assertThat(count(picture, tone)).as(tone.name()).isGreaterThan(20);
            }
        });
    }

    @Test
    void aBranchIsPaintedBelowFromItsTimeOn(FxRobot robot) {
        showBranch(robot, Side.A);
        robot.interact(() -> {
            var picture = scene.snapshot(null).getPixelReader();
            var layout = layout(robot);
            var field = robot.lookup("#tape").query();
            double top = field.localToScene(0, 0).getY();
            int second = (int) (top + layout.bottom(Side.B)) - 2;
            int from = (int) (TapeRenderer.MARGIN + 984.0 * branches.beginOf(Side.B) / 20 / SECOND);
            int before = 0;
            int after = 0;
            for (int x = 12; x < 2 * from - 12; x++) {
                boolean lit = !picture.getColor(x, second).equals(palette.get(Tone.PANEL));
                before += x < from - 4 && lit ? 1 : 0;
                after += x > from + 4 && lit ? 1 : 0;
            }
            assertThat(from).isGreaterThan(100);
            assertThat(before).as("but for the playhead").isLessThan(4);
            assertThat(after).isGreaterThan(from - 40);
        });
    }

    @Test
    void pressingTheOtherStripShowsItAtTheSameTime(FxRobot robot) {
        showBranch(robot, Side.A);
        robot.interact(() -> playhead.seek(3 * SECOND));
        var tape = robot.lookup("#tape").query();
        double middle = tape.localToScreen(tape.getBoundsInLocal()).getCenterX();
        double top = tape.localToScreen(0, 0).getY();
        robot.clickOn(middle, top + layout(robot).bottom(Side.B) - 10);
        assertThat(chosen).containsExactly(Side.B);
        assertThat(playhead.time()).isEqualTo(3 * SECOND);
        robot.clickOn(middle, top + layout(robot).bottom(Side.A) - 10);
        assertThat(chosen).containsExactly(Side.B);
        assertThat(playhead.time()).isCloseTo(10 * SECOND, within(SECOND / 10));
    }

    private static StripLayout layout(FxRobot robot) {
        return StripLayout.of(robot.lookup("#tape").queryAs(Canvas.class).getHeight(), true);
    }

    private void showBranch(FxRobot robot, Side side) {
        var first = SyntheticLog.withChanges(1, 8_000, 1_000);
        var second = SyntheticLog.withChanges(2, 8_000, 1_000);
        branches.whenChosen(chosen::add);
        robot.interact(() -> {
            branches.show("Cache-aside", "from 00:04", second, first.lastAt() / 2, side);
            scene.getRoot().layout();
            view.show(Frames.at(first, SECOND, second));
        });
        robot.interact(() -> view.show(Frames.at(first, SECOND, second)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.01, 1, 1000})
    void theTransportFitsIntoTheNarrowestWindow(double rate, FxRobot robot) {
        robot.interact(() -> {
            branches.offerFork(true, "");
            view.show(Frames.at(SyntheticLog.withChanges(1, 8_000, 100), 70 * SECOND));
            playhead.rateProperty().set(rate);
        });
        robot.interact(() -> scene.getRoot().layout());
        for (var label : robot.lookup(".transport .label").queryAllAs(Label.class)) {
            var bounds = label.localToScene(label.getBoundsInLocal());
            assertThat(bounds.getMaxX()).as(label.getText()).isLessThanOrEqualTo(1000 - PADDING);
            assertThat(label.getWidth())
                    .as(label.getText())
                    .isGreaterThanOrEqualTo(Math.floor(label.prefWidth(-1)));
        }
    }

    private long count(PixelReader picture, Tone tone) {
        long count = 0;
        for (int y = 40; y < 152; y++) {
            for (int x = 0; x < 1000; x++) {
                count += picture.getColor(x, y).equals(palette.get(tone)) ? 1 : 0;
            }
        }
        return count;
    }
}
