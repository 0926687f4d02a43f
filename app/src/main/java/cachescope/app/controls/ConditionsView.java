package cachescope.app.controls;

import cachescope.engine.strategy.Setting;
import cachescope.engine.strategy.SimulatedOnly;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What the strategy meets in the simulated world: the cache's capacity, latencies, faults. Closed
 * in the live one, of which latencies can be measured.
 */
final class ConditionsView extends VBox {
    private final StrategyViewModel strategy;
    private final LatencyViewModel latencies;

    ConditionsView(StrategyViewModel strategy, LatencyViewModel latencies, FaultsViewModel faults) {
        this.strategy = strategy;
        this.latencies = latencies;
        getStyleClass().add("conditions");
        getChildren().addAll(reason(), new DialView(Dial.CACHE_CAPACITY, strategy));
        for (var tier : LatencyViewModel.TIERS) {
            getChildren().add(new LatencyView(tier, strategy, latencies));
        }
        getChildren().addAll(measure(), outcome(), useDefault(), new FaultsView(strategy, faults));
    }

    private Node reason() {
        var words = small(SimulatedOnly.REASON, "conditions-closed");
        words.visibleProperty().bind(strategy.simulatedProperty().not());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private Node measure() {
        var button = new Button("Measure from this run");
        button.setId("measure");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> latencies.measure());
        var around = new StackPane(button);
        var hint =
                new Hint(
                        around,
                        "Takes the latencies from the calls of the live run so far, the database's without the added delay.");
        Runnable show =
                () -> {
                    var reason = latencies.reasonAgainstMeasuring().orElse("");
                    button.setDisable(!reason.isEmpty() || latencies.measuringProperty().get());
                    hint.closedBecause(reason);
                };
        strategy.simulatedProperty().subscribe(_ -> show.run());
        latencies.measuringProperty().addListener((_, _, _) -> show.run());
        return around;
    }

    private Node outcome() {
        var words = small("", "measured");
        words.textProperty().bind(latencies.outcomeProperty());
        words.visibleProperty().bind(latencies.outcomeProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private Node useDefault() {
        var button = new Button("Default ladder");
        button.setId("default-ladder");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> latencies.useDefault());
        var around = new StackPane(button);
        var hint =
                new Hint(
                        around,
                        "Sets the latencies that everybody learns: Redis 1 ms, the database 10 to 100 ms.");
        strategy.simulatedProperty()
                .subscribe(_ -> {
                    var reason = strategy.reasonAgainst(Setting.LATENCY).orElse("");
                    button.setDisable(!reason.isEmpty());
                    hint.closedBecause(reason);
                });
        return around;
    }

    private static Label small(String text, String id) {
        var words = new Label(text);
        words.setId(id);
        words.getStyleClass().addAll("dim", "small");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        return words;
    }
}
