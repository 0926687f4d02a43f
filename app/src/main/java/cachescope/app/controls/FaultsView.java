package cachescope.app.controls;

import cachescope.engine.strategy.FaultText;
import cachescope.engine.strategy.Setting;
import cachescope.engine.strategy.fault.FaultRule;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What goes wrong: the rules in force, each with a button that takes it away, and a field. */
final class FaultsView extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final String SENTENCE =
            "What goes wrong and when, such as redis slow 10x 2s..4s, database fails 1% or messages lost 1/100; the arrow lists some.";

    private final StrategyViewModel strategy;
    private final FaultsViewModel model;
    private final VBox rules = new VBox();
    private final TextField field = new TextField();
    private final VBox closable = new VBox();
    private final Hint hint;

    FaultsView(StrategyViewModel strategy, FaultsViewModel model) {
        this.strategy = strategy;
        this.model = model;
        getStyleClass().add("faults");
        rules.setId("faults");
        closable.getChildren().addAll(new Label("Faults"), rules, entry(), problem());
        closable.getStyleClass().add("faults-entry");
        getChildren().add(closable);
        hint = new Hint(this, SENTENCE);
        strategy.strategyProperty().subscribe(_ -> show());
        strategy.simulatedProperty().addListener((_, _, _) -> show());
    }

    private Node entry() {
        field.setId("fault");
        field.getStyleClass().addAll("mono", "entry-field");
        field.setPromptText("redis down 2s..4s");
        field.setAccessibleText("A fault to add");
        field.setOnAction(_ -> add());
        field.textProperty().addListener((_, _, _) -> model.forgive());
        HBox.setHgrow(field, Priority.ALWAYS);
        var add = new SplitMenuButton();
        add.setId("add-fault");
        add.setText("Add");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> add());
        for (var ready : FaultsViewModel.READY_MADE) {
            var item = new MenuItem(ready.title());
            item.setOnAction(_ -> model.add(ready.text()));
            add.getItems().add(item);
        }
        var row = new HBox(6, field, add);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node problem() {
        var words = new Label();
        words.setId("fault-problem");
        words.getStyleClass().addAll("small", "meaning");
        words.pseudoClassStateChanged(WRONG, true);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.textProperty().bind(model.problemProperty());
        words.visibleProperty().bind(model.problemProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        model.problemProperty()
                .subscribe(reason -> field.pseudoClassStateChanged(WRONG, !reason.isEmpty()));
        return words;
    }

    private void add() {
        if (model.add(field.getText())) {
            field.clear();
        }
    }

    private void show() {
        rules.getChildren().setAll(model.rules().stream().map(this::rule).toList());
        var reason = strategy.reasonAgainst(Setting.FAULTS).orElse("");
        closable.setDisable(!reason.isEmpty());
        hint.closedBecause(reason);
    }

    private Node rule(FaultRule rule) {
        var text = FaultText.print(rule);
        var words = new Label(text);
        words.getStyleClass().add("mono");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().addAll("flat", "remove");
        remove.setAccessibleText("Remove " + text);
        remove.setOnAction(_ -> model.remove(rule));
        new Hint(remove, "Takes this fault away.");
        var row = new HBox(words, remove);
        row.getStyleClass().add("fault");
        row.setAlignment(Pos.CENTER_LEFT);
        model.reasonAgainst(rule)
                .ifPresent(reason -> {
                    words.getStyleClass().add("dim");
                    new Hint(words, "It changes nothing now.").closedBecause(reason);
                });
        return row;
    }
}
