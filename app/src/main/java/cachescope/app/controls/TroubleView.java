package cachescope.app.controls;

import cachescope.app.words.Nodes;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Buttons that make things go wrong, by what they happen to: a node, a key, Redis. */
final class TroubleView extends VBox {
    private static final double GAP = 6;

    private final TroubleViewModel model;

    TroubleView(TroubleViewModel model) {
        this.model = model;
        getStyleClass().add("trouble");
        getChildren()
                .addAll(
                        node(),
                        buttons(Trouble.NODE, Trouble.SUBSCRIPTION, Trouble.MESSAGE),
                        key(),
                        buttons(Trouble.EXPIRY, Trouble.WRITE),
                        buttons(Trouble.PAUSE));
    }

    private Node buttons(Trouble... troubles) {
        var pane = new FlowPane(GAP, GAP);
        for (var trouble : troubles) {
            pane.getChildren().add(button(trouble));
        }
        return pane;
    }

    private Node node() {
        var choice =
                new ChoiceView<>(
                        "trouble-at",
                        "Node",
                        "The node at which something goes wrong; a click on it on the stage chooses it too.",
                        new String[] {model.nodeProperty().get()},
                        Nodes::title,
                        _ -> "",
                        model::choose);
        model.nodesProperty()
                .subscribe(nodes -> {
                    choice.offer(nodes);
                    choice.show(model.nodeProperty().get(), "");
                });
        model.nodeProperty().subscribe(node -> choice.show(node, ""));
        return choice;
    }

    private Node key() {
        var name = new Label();
        name.setMinWidth(USE_PREF_SIZE);
        name.textProperty()
                .bind(model.keyChosenProperty().map(chosen -> chosen ? "Key" : "Hottest key"));
        var value = new Label();
        value.setId("trouble-key");
        value.getStyleClass().addAll("mono", "trouble-key");
        value.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        value.textProperty().bind(model.keyProperty().map(key -> key.isEmpty() ? "none yet" : key));
        value.setMinWidth(0);
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var row = new HBox(name, spacer, value);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        var hint =
                new Hint(
                        row,
                        "The key of the request that you chose; where you chose none, the one that was asked for most.");
        model.keyProperty().subscribe(hint::closedBecause);
        return row;
    }

    private Node button(Trouble trouble) {
        var button = new Button(trouble.title());
        button.setId("trouble-" + trouble.name().toLowerCase(Locale.ROOT));
        button.setOnAction(_ -> model.make(trouble));
        var around = new StackPane(button);
        var hint = new Hint(around, trouble.sentence());
        model.closedProperty(trouble)
                .subscribe(reason -> {
                    button.setDisable(!reason.isEmpty());
                    button.setAccessibleHelp(reason.isEmpty() ? trouble.sentence() : reason);
                    hint.closedBecause(reason);
                });
        if (trouble == Trouble.NODE) {
            model.nodeProperty().subscribe(_ -> nameNode(button));
            model.downProperty().subscribe(_ -> nameNode(button));
        }
        return around;
    }

    private void nameNode(Button button) {
        button.setText(
                (model.downProperty().get() ? "Start " : "Kill ")
                        + Nodes.title(model.nodeProperty().get()));
    }
}
