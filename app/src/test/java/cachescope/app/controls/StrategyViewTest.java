package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.files.FilePicker;
import cachescope.app.frame.Selection;
import cachescope.app.theme.Theme;
import cachescope.engine.strategy.ExpiryName;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
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

    private final FoldsViewModel folds = new FoldsViewModel(Optional.empty());

    @Start
    void start(Stage stage) {
        var scene =
                new Scene(
                        new StrategyView(
                                model,
                                new StrategyFiles(model, FilePicker.NOBODY, messages::add),
                                traffic,
                                latencies,
                                faults,
                                new TroubleViewModel(
                                        model,
                                        new SimpleObjectProperty<>(new Selection.Nothing()),
                                        new ScriptedTrouble(),
                                        messages::add),
                                folds),
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
    void aTtlThatIsUsualForNoKindOfDataIsOfAnother(FxRobot robot) {
        write(robot, "#time-to-live", "1s");
        var shown = robot.lookup("#kind").queryAs(ComboBox.class).getButtonCell();
        assertThat(shown.getText()).isEqualTo("Other");
        write(robot, "#time-to-live", "60s");
        assertThat(shown.getText()).isEqualTo("API answers");
    }

    @Test
    void aSliderIsPutInForceWhenItRests(FxRobot robot) {
        var slider = robot.lookup("#concurrency-slider").queryAs(Slider.class);
        robot.interact(() -> {
            slider.setValueChanging(true);
            slider.setValue(3.2);
            assertThat(model.strategy().concurrency()).isEqualTo(64);
        });
        assertThat(robot.lookup("#concurrency").queryAs(TextField.class).getText()).isEqualTo("8");
        robot.interact(() -> slider.setValueChanging(false));
        assertThat(model.strategy().concurrency()).isEqualTo(8);
        assertThat(slider.getValue()).isEqualTo(3);
    }

    @Test
    void anotherPatternShowsItsSettingsAndClosesOthers(FxRobot robot) {
        assertThat(isShown(robot, "#write-delay")).isFalse();
        assertThat(isShown(robot, "#refresh-at")).isFalse();
        assertThat(robot.lookup("#on-write").query().isDisabled()).isFalse();
        select(robot, "#pattern", PatternName.WRITE_BEHIND);
        assertThat(model.strategy().pattern()).isEqualTo(PatternName.WRITE_BEHIND);
        assertThat(isShown(robot, "#write-delay")).isTrue();
        assertThat(robot.lookup("#on-write").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#nodes").query().isDisabled()).isTrue();
        assertThat(robot.lookup(".pattern-sentence").queryAs(Label.class).getText())
                .isEqualTo(PatternWords.sentence(PatternName.WRITE_BEHIND));
    }

    @Test
    void aClosedSettingSaysWhyWhenTheMouseIsOverIt(FxRobot robot) {
        var tooltip = tooltipAround(robot.lookup("#balancer").query());
        assertThat(tooltip.getText())
                .contains("How a node is chosen", "There is one application node.");
        robot.interact(() -> model.turn(Dial.NODES, 3));
        assertThat(tooltip.getText()).isEqualTo("How a node is chosen for a request.");
    }

    @Test
    void theNodeThatSaysWhyIsItselfToldOfTheMouse(FxRobot robot) {
        robot.interact(() -> folds.openProperty(Section.EXPIRY).set(false));
        var box = robot.lookup("#balancer").query();
        var entered = new ArrayList<String>();
        Node around = withTooltip(box);
        assertThat(around.isDisabled()).isFalse();
        robot.interact(() -> around.setOnMouseEntered(_ -> entered.add("entered")));
        robot.moveTo(box);
        assertThat(entered).isNotEmpty();
    }

    @Test
    void aFixIsSwitchedOff(FxRobot robot) {
        robot.interact(() -> folds.openProperty(Section.PROTECTION).set(true));
        robot.interact(() -> robot.lookup("#checked-fill").queryAs(CheckBox.class).fire());
        assertThat(model.strategy().has(Fix.CHECKED_FILL)).isFalse();
        assertThat(robot.lookup("#ordered-retry").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#protection-summary").queryAs(Label.class).getText())
                .isEqualTo("1 off");
    }

    @Test
    void theFixesThatMatterStandFirst(FxRobot robot) {
        robot.interact(() -> model.choose(GuardName.LOCK));
        assertThat(fixes(robot)).first().isEqualTo("Checked fill");
        int line = fixes(robot).indexOf("No difference to this strategy");
        assertThat(fixes(robot).subList(0, line)).contains("Lock renewal", "Compare and delete");
        robot.interact(() -> model.choose(GuardName.NONE));
        line = fixes(robot).indexOf("No difference to this strategy");
        assertThat(fixes(robot).subList(0, line)).doesNotContain("Lock renewal");
        assertThat(fixes(robot)).contains("Lock renewal");
    }

    @Test
    void detailsShowWhereWhatTheyBelongToIsChosen(FxRobot robot) {
        for (var id : List.of("#jitter", "#adaptive", "#tags", "#beta", "#lock-time")) {
            assertThat(isShown(robot, id)).as(id).isFalse();
        }
        select(robot, "#expiry", ExpiryName.JITTERED);
        select(robot, "#invalidation", InvalidationName.TAG);
        select(robot, "#guard", GuardName.LOCKED_XFETCH);
        for (var id : List.of("#jitter", "#tags", "#beta", "#lock-time", "#on-lock-timeout")) {
            assertThat(isShown(robot, id)).as(id).isTrue();
        }
        write(robot, "#beta", "1.5");
        assertThat(model.strategy().guard().beta()).isEqualTo(1.5);
        assertThat(isShown(robot, "#near-time-to-live")).isFalse();
        assertThat(model.reasonAgainst(InvalidationName.TRACKING)).isPresent();
    }

    @Test
    void adaptiveStepsThatCannotBeReadSayWhatWasExpected(FxRobot robot) {
        select(robot, "#expiry", ExpiryName.ADAPTIVE);
        assertThat(robot.lookup("#time-to-live").query().isDisabled()).isTrue();
        write(robot, "#adaptive", "100=1h,200=5m,0=1m");
        assertThat(robot.lookup("#adaptive-meaning").queryAs(Label.class).getText())
                .startsWith("Expected reads and TTLs such as 1000=1h,100=30m,0=5m")
                .contains("200=5m");
        assertThat(model.strategy().expiry().steps()).isEqualTo(Strategy.DEFAULT.expiry().steps());
        write(robot, "#adaptive", "100=1h,0=1m");
        assertThat(robot.lookup("#adaptive-meaning").queryAs(Label.class).getText())
                .isEqualTo("over 100 reads 1 h, else 60 s");
        assertThat(model.strategy().expiry().steps()).hasSize(2);
    }

    @Test
    void aFoldedSectionSaysWhatIsChosenInIt(FxRobot robot) {
        robot.interact(() -> robot.lookup("#guard-section").queryAs(ToggleButton.class).fire());
        assertThat(isShown(robot, "#guard")).isFalse();
        assertThat(robot.lookup("#guard-summary").queryAs(Label.class))
                .returns(true, Node::isVisible)
                .returns("None", Label::getText);
        assertThat(folds.folded()).contains("guard");
    }

    @Test
    void aValueThatCannotBePutToTheOthersIsOfferedClosedWithTheReason(FxRobot robot) {
        robot.interact(() -> model.turn(Dial.NODES, 2));
        var box = robot.lookup("#pattern").queryAs(ComboBox.class);
        robot.interact(box::show);
        var closed = robot.lookup(".choice-cell").match(StrategyViewTest::isClosed).queryAll();
        assertThat(closed)
                .singleElement()
                .extracting(Node::getAccessibleText)
                .asString()
                .startsWith("Write-behind, not now: Write-behind has one node");
        robot.interact(box::hide);
    }

    private static boolean isClosed(Node cell) {
        return cell.isDisabled()
                && cell.getAccessibleText() != null
                && cell.getAccessibleText().contains("not now");
    }

    private static List<String> fixes(FxRobot robot) {
        return robot.lookup(".fixes-list").queryAs(VBox.class).getChildren().stream()
                .map(node -> node instanceof HBox row ? row.getChildren().getFirst() : node)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static void select(FxRobot robot, String id, Enum<?> value) {
        robot.interact(() ->
                robot.lookup(id)
                        .queryAs(ComboBox.class)
                        .getSelectionModel()
                        .select(value.ordinal()));
    }

    private static boolean isShown(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null;
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
}
