package cachescope.app.controls;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The TTLs of adaptive expiry: a field, and below it what it means or why it cannot be read. */
final class AdaptiveView extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final String SENTENCE =
            "TTLs by how often a key was read in the last ten minutes, from the most reads to 0: 1000=1h,100=30m,0=5m.";

    private final AdaptiveViewModel model;
    private final TextField field = new TextField();
    private final Label meaning = new Label();

    AdaptiveView(StrategyViewModel strategy, AdaptiveViewModel model) {
        this.model = model;
        var name = new Label("TTL by reads in 10 min");
        name.setLabelFor(field);
        name.getStyleClass().add("entry-name");
        field.setId("adaptive");
        field.getStyleClass().addAll("mono", "entry-field");
        field.setAccessibleText("TTLs by reads in ten minutes");
        meaning.setId("adaptive-meaning");
        meaning.getStyleClass().addAll("small", "meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(name, field, meaning);
        getStyleClass().add("entry");
        new Hint(this, SENTENCE);
        listen();
        strategy.strategyProperty().subscribe(_ -> show());
        model.problemProperty().subscribe(_ -> explain());
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
                        show();
                        event.consume();
                    }
                });
        field.textProperty().addListener((_, _, _) -> model.forgive());
    }

    private void take() {
        if (model.write(field.getText())) {
            show();
        }
    }

    private void show() {
        field.setText(model.written());
        explain();
    }

    private void explain() {
        var problem = model.problemProperty().get();
        field.pseudoClassStateChanged(WRONG, !problem.isEmpty());
        meaning.pseudoClassStateChanged(WRONG, !problem.isEmpty());
        meaning.setText(problem.isEmpty() ? model.meaning() : problem);
    }
}
