package cachescope.app.controls;

import cachescope.app.theme.Sheets;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The left panel: the strategy, which scrolls where there is no room, and the traffic's pace, which
 * stays in sight.
 */
public final class StrategyView extends VBox {
    private final StrategyViewModel model;
    private final StrategyFiles files;

    public StrategyView(
            StrategyViewModel model,
            StrategyFiles files,
            TrafficViewModel traffic,
            LatencyViewModel latencies,
            FaultsViewModel faults) {
        this.model = model;
        this.files = files;
        getStyleClass().add("strategy-view");
        getStylesheets().add(Sheets.of(StrategyView.class));
        var choices =
                new VBox(
                        pattern(),
                        new DialView(Dial.TIME_TO_LIVE, model),
                        onWrite(),
                        new DialView(Dial.REFRESH_AT, model),
                        section("NODES AND DATABASE"),
                        nearCache(),
                        new DialView(Dial.CONCURRENCY, model),
                        new DialView(Dial.DATABASE_DELAY, model),
                        section("WRITE-BEHIND"),
                        new DialView(Dial.WRITE_DELAY, model),
                        new DialView(Dial.WRITE_BATCH, model),
                        new DialView(Dial.WRITE_CAPACITY, model),
                        new ConditionsView(model, latencies, faults),
                        line(),
                        new FixesView(model),
                        line(),
                        buttons());
        choices.getStyleClass().add("strategy-choices");
        var scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setMinHeight(0);
        getChildren().addAll(scroll, new TrafficView(traffic));
    }

    private Node pattern() {
        var choice =
                new ChoiceView<>(
                        "pattern",
                        "Pattern",
                        "How reads and writes use the cache.",
                        PatternName.values(),
                        PatternWords::title,
                        PatternWords::sentence,
                        model::choose);
        var sentence = new Label();
        sentence.getStyleClass().addAll("dim", "small", "pattern-sentence");
        sentence.setWrapText(true);
        model.strategyProperty()
                .subscribe(strategy -> {
                    choice.show(strategy.pattern(), "");
                    sentence.setText(PatternWords.sentence(strategy.pattern()));
                });
        return new VBox(section("STRATEGY"), choice, sentence);
    }

    private Node onWrite() {
        var choice =
                new ChoiceView<>(
                        "on-write",
                        "On write",
                        "What happens to the cached copy when its record is written.",
                        OnWrite.values(),
                        PatternWords::title,
                        _ -> "",
                        model::choose);
        model.strategyProperty()
                .subscribe(strategy ->
                        choice.show(strategy.onWrite(), model.reasonAgainstOnWrite().orElse("")));
        return choice;
    }

    private static Node nearCache() {
        var off = new Label("off");
        off.getStyleClass().add("value");
        off.setDisable(true);
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var name = new Label("Near cache");
        name.setDisable(true);
        var row = new HBox(name, spacer, off);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        new Hint(row, "Entries that each application node keeps in its own memory.")
                .closedBecause("Off: this version has one node, which asks Redis every time.");
        return row;
    }

    private Node buttons() {
        var reset =
                button(
                        "Reset",
                        "reset",
                        "Back to the strategy that the window starts with.",
                        model::reset);
        var save =
                button(
                        "Save strategy…",
                        "save-strategy",
                        "Writes the strategy as JSON, which the command line reads too.",
                        files::save);
        var load =
                button(
                        "Load strategy…",
                        "load-strategy",
                        "Reads a strategy from JSON and puts it in force.",
                        files::load);
        save.setMaxWidth(Double.MAX_VALUE);
        load.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(save, Priority.ALWAYS);
        HBox.setHgrow(load, Priority.ALWAYS);
        reset.setMaxWidth(Double.MAX_VALUE);
        return new VBox(8, new HBox(8, save, load), reset);
    }

    private static Button button(String words, String id, String sentence, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setTooltip(new Tooltip(sentence));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Node section(String title) {
        var label = new Label(title);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static Node line() {
        var line = new Region();
        line.getStyleClass().add("separator-line");
        return line;
    }
}
