package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.theme.Sheets;
import cachescope.app.theme.Theme;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.FaultText;
import cachescope.engine.strategy.SimulatedOnly;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ConditionsViewTest {
    private static final double WIDTH = 224;

    private final StrategyViewModel model =
            new StrategyViewModel(
                    Strategy.DEFAULT, Strategy.DEFAULT, _ -> Optional.empty(), _ -> {});
    private final ScriptedMeasuring source = new ScriptedMeasuring();
    private final LatencyViewModel latencies = new LatencyViewModel(model, source);

    @Start
    void start(Stage stage) {
        model.showWorld(true);
        var panel = new VBox(new ConditionsView(model, latencies, new FaultsViewModel(model)));
        panel.getStyleClass().add("strategy-view");
        panel.getStylesheets().add(Sheets.of(StrategyView.class));
        var scene = new Scene(panel, WIDTH, 700);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void inTheLiveWorldAllIsClosedButMeasuringAndTheReasonStandsThere(FxRobot robot) {
        assertThat(robot.lookup("#conditions-closed").query().isVisible()).isFalse();
        robot.interact(() -> model.showWorld(false));
        for (var id :
                new String[] {
                    "#cache-capacity", "#latency-redis", "#latency-database", "#fault", "#add-fault"
                }) {
            assertThat(robot.lookup(id).query().isDisabled()).as(id).isTrue();
        }
        assertThat(robot.lookup("#default-ladder").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#measure").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#conditions-closed").queryAs(Label.class))
                .returns(true, Node::isVisible)
                .returns(SimulatedOnly.REASON, Labeled::getText);
    }

    @Test
    void theSimulatedWorldOpensItAndClosesMeasuring(FxRobot robot) {
        assertThat(robot.lookup("#latency-redis").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#cache-capacity").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#fault").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#measure").query().isDisabled()).isTrue();
    }

    @Test
    void aLatencyIsWrittenIntoItsField(FxRobot robot) {
        write(robot, "#latency-redis", "p50:62us/p99:1ms");
        assertThat(text(robot, "#latency-redis-meaning"))
                .isEqualTo("half within 62 µs, 99 % within 1 ms");
        write(robot, "#cache-capacity", "500");
        assertThat(model.strategy().conditions().cacheCapacity()).isEqualTo(500);
        write(robot, "#cache-capacity", "0");
        assertThat(robot.lookup("#cache-capacity").queryAs(TextField.class).getText())
                .isEqualTo("unbounded");
    }

    @Test
    void aWrongLatencyIsExplainedBelowItsFieldUntilEscape(FxRobot robot) {
        write(robot, "#latency-database", "100ms..10ms");
        assertThat(text(robot, "#latency-database-meaning")).contains("100ms..10ms");
        assertThat(wrong(robot, "#latency-database")).isTrue();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(wrong(robot, "#latency-database")).isFalse();
        assertThat(robot.lookup("#latency-database").queryAs(TextField.class).getText())
                .isEqualTo("10ms..100ms");
        assertThat(text(robot, "#latency-database-meaning"))
                .isEqualTo("anything from 10 ms to 100 ms");
    }

    @Test
    void faultsAreWrittenChosenAndTakenAway(FxRobot robot) {
        write(robot, "#fault", "messages lost");
        assertThat(robot.lookup("#fault-problem").query().isVisible()).isTrue();
        assertThat(wrong(robot, "#fault")).isTrue();
        write(robot, "#fault", "database fails 1%");
        assertThat(robot.lookup("#fault-problem").query().isVisible()).isFalse();
        assertThat(robot.lookup("#fault").queryAs(TextField.class).getText()).isEmpty();
        robot.interact(() ->
                robot.lookup("#add-fault")
                        .queryAs(SplitMenuButton.class)
                        .getItems()
                        .getFirst()
                        .fire());
        assertThat(model.strategy().conditions().faults())
                .extracting(FaultText::print)
                .containsExactly("database fails 1%", "redis down 2s..4s");
        robot.interact(() -> robot.lookup(".remove").queryAs(Button.class).fire());
        assertThat(model.strategy().conditions().faults())
                .extracting(FaultText::print)
                .containsExactly("redis down 2s..4s");
    }

    @Test
    void whatIsMeasuredComesIntoItsField(FxRobot robot) {
        robot.interact(() -> model.showWorld(false));
        robot.clickOn("#measure");
        assertThat(robot.lookup("#measure").query().isDisabled()).isTrue();
        assertThat(text(robot, "#measured")).isEqualTo("Reading the run …");
        source.found(
                LatencyModel.DEFAULT.with(Tier.REDIS, new Fixed(Duration.ofNanos(60_000))), 500, 3);
        robot.interact(latencies::look);
        assertThat(robot.lookup("#measure").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#latency-redis").queryAs(TextField.class).getText())
                .isEqualTo("60us");
        assertThat(text(robot, "#measured")).contains("500 calls", "the database from 3 calls");
    }

    @Test
    void nothingIsCutOffInThePanelsWidth(FxRobot robot) {
        write(robot, "#fault", "database lost-after 1 in 30 1.5s..12m");
        write(robot, "#fault", "redis maybe");
        write(robot, "#latency-redis", "p50:62.5us/p99:1.25ms is long");
        robot.interact(() -> model.showWorld(false));
        assertThat(robot.lookup(".conditions .label").queryAllAs(Label.class))
                .filteredOn(Node::isVisible)
                .allSatisfy(label -> {
                    var bounds = label.localToScene(label.getLayoutBounds());
                    assertThat(bounds.getMaxX()).as(label.getText()).isLessThanOrEqualTo(WIDTH);
                    assertThat(label.getHeight())
                            .as(label.getText())
                            .isGreaterThanOrEqualTo(Math.floor(label.prefHeight(label.getWidth())));
                    assertThat(label.isWrapText() || label.getWidth() >= label.prefWidth(-1) - 1)
                            .as(label.getText())
                            .isTrue();
                });
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.interact(() -> {
            var node = robot.lookup(field).queryAs(TextField.class);
            node.requestFocus();
            node.setText(text);
        });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static boolean wrong(FxRobot robot, String id) {
        return robot.lookup(id).query().getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("wrong"));
    }
}
