package cachescope.app.controls;

import cachescope.app.theme.Sheets;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
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
            FaultsViewModel faults,
            TroubleViewModel trouble,
            FoldsViewModel folds) {
        this.model = model;
        this.files = files;
        getStyleClass().add("strategy-view");
        getStylesheets().add(Sheets.of(StrategyView.class));
        var sections = new ProtectionSections(model, folds);
        var choices =
                new VBox(
                        pattern(),
                        onWrite(),
                        refreshAt(),
                        sections.expiry(),
                        sections.invalidation(),
                        sections.guard(),
                        sections.nodes(),
                        database(folds),
                        writeBehind(folds),
                        new SectionView(
                                Section.TROUBLE, folds, model, _ -> "", new TroubleView(trouble)),
                        new SectionView(
                                Section.SIMULATED_WORLD,
                                folds,
                                model,
                                SectionWords::conditions,
                                new ConditionsView(model, latencies, faults)),
                        new SectionView(
                                Section.PROTECTION,
                                folds,
                                model,
                                SectionWords::protection,
                                new FixesView(model)),
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
                                model::choose)
                        .closing(model::reasonAgainst);
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
                                model::choose)
                        .closing(model::reasonAgainst);
        model.strategyProperty()
                .subscribe(strategy ->
                        choice.show(strategy.onWrite(), model.reasonAgainstOnWrite().orElse("")));
        return choice;
    }

    private Node refreshAt() {
        var dial = new DialView(Dial.REFRESH_AT, model);
        return SectionView.shownIf(
                dial, dial, model, strategy -> strategy.pattern() == PatternName.REFRESH_AHEAD);
    }

    private Node database(FoldsViewModel folds) {
        return new SectionView(
                Section.DATABASE,
                folds,
                model,
                SectionWords::database,
                new DialView(Dial.DATABASE_DELAY, model));
    }

    private Node writeBehind(FoldsViewModel folds) {
        var section =
                new SectionView(
                        Section.WRITE_BEHIND,
                        folds,
                        model,
                        SectionWords::writeBehind,
                        new DialView(Dial.WRITE_DELAY, model),
                        new DialView(Dial.WRITE_BATCH, model),
                        new DialView(Dial.WRITE_CAPACITY, model));
        return SectionView.shownIf(
                section,
                section,
                model,
                strategy -> strategy.pattern() == PatternName.WRITE_BEHIND);
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
