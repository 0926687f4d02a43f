package cachescope.app.controls;

import cachescope.app.words.TierWords;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.Setting;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The latency of a tier: its name, a field to write it in, and below what it means or why it cannot
 * be read.
 */
final class LatencyView extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final String SENTENCE =
            "How long each call takes: 1ms is always the same, 10ms..100ms anything between, and p50:1ms/p99:5ms has a long tail.";

    private final Tier tier;
    private final StrategyViewModel strategy;
    private final LatencyViewModel model;
    private final TextField field = new TextField();
    private final Label meaning = new Label();
    private final VBox closable = new VBox();
    private final Hint hint;

    LatencyView(Tier tier, StrategyViewModel strategy, LatencyViewModel model) {
        this.tier = tier;
        this.strategy = strategy;
        this.model = model;
        var name = new Label(TierWords.title(tier));
        name.setLabelFor(field);
        name.setMinWidth(64);
        field.setId("latency-" + tier.name().toLowerCase(Locale.ROOT));
        field.getStyleClass().addAll("mono", "entry-field");
        field.setAccessibleText("Latency of " + TierWords.name(tier));
        HBox.setHgrow(field, Priority.ALWAYS);
        var row = new HBox(name, field);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        meaning.setId(field.getId() + "-meaning");
        meaning.getStyleClass().addAll("small", "meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        closable.getChildren().addAll(row, meaning);
        getChildren().add(closable);
        hint = new Hint(this, SENTENCE);
        listen();
        strategy.strategyProperty().subscribe(_ -> show());
        strategy.simulatedProperty().addListener((_, _, _) -> show());
        model.problemProperty(tier).subscribe(_ -> explain());
    }

    private void listen() {
        field.setOnAction(_ -> take());
        field.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        take();
                    }
                });
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        model.forgive(tier);
                        show();
                        event.consume();
                    }
                });
        field.textProperty().addListener((_, _, _) -> model.forgive(tier));
    }

    private void take() {
        if (model.write(tier, field.getText())) {
            show();
        }
    }

    private void show() {
        field.setText(LatencyWords.written(model.of(tier)));
        var reason = strategy.reasonAgainst(Setting.LATENCY).orElse("");
        closable.setDisable(!reason.isEmpty());
        hint.closedBecause(reason);
        explain();
    }

    private void explain() {
        var problem = model.problemProperty(tier).get();
        field.pseudoClassStateChanged(WRONG, !problem.isEmpty());
        meaning.pseudoClassStateChanged(WRONG, !problem.isEmpty());
        meaning.setText(problem.isEmpty() ? LatencyWords.meaning(model.of(tier)) : problem);
    }
}
