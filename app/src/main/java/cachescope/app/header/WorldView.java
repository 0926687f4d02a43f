package cachescope.app.header;

import cachescope.app.session.WorldKind;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The switch between the two worlds, and the seed of the simulated one. */
final class WorldView extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final HeaderViewModel model;
    private final HeaderActions actions;

    WorldView(HeaderViewModel model, HeaderActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("world");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(Region.USE_PREF_SIZE);
        var live =
                choice(
                        WorldKind.LIVE,
                        "Live",
                        "A real Redis and a real SQLite, on the clock of this machine");
        var simulated =
                choice(
                        WorldKind.SIMULATED,
                        "Simulated",
                        "Virtual time, with modelled latency and faults; the same seed gives the same run. A change of strategy branches off where the playhead stands");
        live.getStyleClass().add("left-segment");
        simulated.getStyleClass().add("right-segment");
        var worlds = new HBox(live, simulated);
        worlds.setAlignment(Pos.CENTER);
        // The seed comes last: a focus that is lost goes to the next control, and in a field it
        // would take the window's keys away.
        getChildren().addAll(worlds, seed());
    }

    private ToggleButton choice(WorldKind kind, String words, String sentence) {
        var button = new ToggleButton(words);
        button.setId("world-" + words.toLowerCase(Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setMinWidth(Region.USE_PREF_SIZE);
        var tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(
                        model.versionsProperty()
                                .map(versions ->
                                        kind == WorldKind.LIVE && versions.startsWith("Redis")
                                                ? sentence + "\n\n" + versions
                                                : sentence));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        button.setTooltip(tooltip);
        button.setOnAction(_ -> {
            if (model.worldProperty().get() != kind) {
                actions.choose(kind);
            }
            button.setSelected(model.worldProperty().get() == kind);
        });
        model.worldProperty().subscribe(world -> button.setSelected(world == kind));
        return button;
    }

    private Node seed() {
        var name = new Label("seed");
        name.getStyleClass().add("dim");
        var field = new TextField();
        field.setId("seed");
        field.getStyleClass().add("seed");
        field.setPrefColumnCount(4);
        name.setLabelFor(field);
        field.setTooltip(
                new Tooltip(
                        "Of all that is drawn at random in the simulated world: another seed begins another run"));
        field.setOnAction(_ -> {
            take(field);
            if (field.getText().equals(written())) {
                requestFocus();
            }
        });
        field.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        take(field);
                        field.setText(written());
                    }
                });
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        field.setText(written());
                        event.consume();
                    }
                });
        field.textProperty().addListener((_, _, _) -> field.pseudoClassStateChanged(WRONG, false));
        model.seedProperty().subscribe(_ -> field.setText(written()));
        var row = new HBox(6, name, field);
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(model.simulatedProperty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void take(TextField field) {
        if (!field.getText().equals(written())) {
            field.pseudoClassStateChanged(WRONG, !actions.useSeed(field.getText()));
        }
    }

    private String written() {
        return Long.toString(model.seedProperty().get());
    }
}
