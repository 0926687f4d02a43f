package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.files.FileKind;
import cachescope.app.files.FilePicker;
import cachescope.app.theme.Theme;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class StrategyViewTest {
    private final List<String> messages = new ArrayList<>();
    private final StrategyViewModel model =
            new StrategyViewModel(
                    Strategy.DEFAULT, Strategy.DEFAULT, _ -> Optional.empty(), messages::add);
    private final LatencyViewModel latencies = new LatencyViewModel(model, new ScriptedMeasuring());
    private final FaultsViewModel faults = new FaultsViewModel(model);
    private final TrafficViewModel traffic =
            new TrafficViewModel(
                    1, (_, _) -> Optional.empty(), () -> messages.add("restart"), messages::add);

    @Start
    void start(Stage stage) {
        var scene =
                new Scene(
                        new StrategyView(
                                model,
                                new StrategyFiles(model, new NoFiles(), messages::add),
                                traffic,
                                latencies,
                                faults),
                        256,
                        900);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aValueIsWrittenIntoItsField(FxRobot robot) {
        write(robot, "#time-to-live", "5m");
        assertThat(model.strategy().timeToLive()).isEqualTo(Duration.ofMinutes(5));
        assertThat(robot.lookup("#time-to-live").queryAs(TextField.class).getText())
                .isEqualTo("5 min");
    }

    @Test
    void whatCannotBeReadIsToldAndMarked(FxRobot robot) {
        write(robot, "#time-to-live", "soon");
        assertThat(messages).singleElement().asString().contains("soon");
        assertThat(robot.lookup("#time-to-live").query().getPseudoClassStates())
                .extracting("pseudoClassName")
                .contains("wrong");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(robot.lookup("#time-to-live").queryAs(TextField.class).getText())
                .isEqualTo("60 s");
    }

    @Test
    void aSliderIsPutInForceWhenItRests(FxRobot robot) {
        var slider = robot.lookup("#concurrency-slider").queryAs(Slider.class);
        robot.interact(() -> {
            slider.setValueChanging(true);
            slider.setValue(3.2);
        });
        assertThat(model.strategy().concurrency()).isEqualTo(64);
        assertThat(robot.lookup("#concurrency").queryAs(TextField.class).getText()).isEqualTo("8");
        robot.interact(() -> slider.setValueChanging(false));
        assertThat(model.strategy().concurrency()).isEqualTo(8);
        assertThat(slider.getValue()).isEqualTo(3);
    }

    @Test
    void anotherPatternOpensItsSettingsAndClosesOthers(FxRobot robot) {
        assertThat(robot.lookup("#write-delay").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#on-write").query().isDisabled()).isFalse();
        robot.interact(() ->
                robot.lookup("#pattern")
                        .queryAs(ComboBox.class)
                        .getSelectionModel()
                        .select(PatternName.WRITE_BEHIND.ordinal()));
        assertThat(model.strategy().pattern()).isEqualTo(PatternName.WRITE_BEHIND);
        assertThat(robot.lookup("#write-delay").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#on-write").query().isDisabled()).isTrue();
        assertThat(robot.lookup(".pattern-sentence").queryAs(Label.class).getText())
                .isEqualTo(PatternWords.sentence(PatternName.WRITE_BEHIND));
    }

    @Test
    void aClosedSettingSaysWhyWhenTheMouseIsOverIt(FxRobot robot) {
        var tooltip = tooltipAround(robot.lookup("#write-delay").query());
        assertThat(tooltip.getText())
                .contains(Dial.WRITE_DELAY.sentence(), "Only write-behind has a queue of writes.");
        robot.interact(() -> model.choose(PatternName.WRITE_BEHIND));
        assertThat(tooltip.getText()).isEqualTo(Dial.WRITE_DELAY.sentence());
    }

    @Test
    void theNodeThatSaysWhyIsItselfToldOfTheMouse(FxRobot robot) {
        var field = robot.lookup("#write-delay").query();
        var entered = new ArrayList<String>();
        Node around = withTooltip(field);
        assertThat(around.isDisabled()).isFalse();
        robot.interact(() -> around.setOnMouseEntered(_ -> entered.add("entered")));
        robot.moveTo(field);
        assertThat(entered).isNotEmpty();
    }

    @Test
    void aFixIsSwitchedOff(FxRobot robot) {
        robot.interact(() -> robot.lookup("#fixes").queryAs(ToggleButton.class).fire());
        robot.interact(() -> robot.lookup("#checked-fill").queryAs(CheckBox.class).fire());
        assertThat(model.strategy().has(Fix.CHECKED_FILL)).isFalse();
        assertThat(robot.lookup("#ordered-retry").query().isDisabled()).isTrue();
    }

    @Test
    void theTrafficIsHeldAndBegunAgain(FxRobot robot) {
        robot.clickOn("#hold");
        assertThat(traffic.heldProperty().get()).isTrue();
        assertThat(robot.lookup("#hold").queryAs(ToggleButton.class).getText())
                .isEqualTo("Let it go on");
        robot.clickOn("#restart");
        assertThat(messages).containsExactly("restart");
    }

    @Test
    void theFastestSpeedIsAtTheEndOfItsSlider(FxRobot robot) {
        var slider = robot.lookup("#traffic-speed-slider").queryAs(Slider.class);
        robot.interact(() -> {
            slider.setValueChanging(true);
            slider.setValue(slider.getMax());
            slider.setValueChanging(false);
        });
        assertThat(traffic.speedProperty().get()).isEqualTo(TrafficViewModel.MAX);
        assertThat(robot.lookup("#traffic-speed").queryAs(Label.class).getText()).isEqualTo("max");
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.interact(() -> {
            var node = robot.lookup(field).queryAs(TextField.class);
            node.requestFocus();
            node.setText(text);
        });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    }

    private static Tooltip tooltipAround(Node node) {
        return (Tooltip)
                withTooltip(node).getProperties().values().stream()
                        .filter(Tooltip.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    private static Node withTooltip(Node node) {
        var around = node;
        while (around.getProperties().values().stream().noneMatch(Tooltip.class::isInstance)) {
            around = around.getParent();
        }
        return around;
    }

    private static final class NoFiles implements FilePicker {
        @Override
        public Optional<Path> open(String title, List<FileKind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
            return Optional.empty();
        }
    }
}
