package cachescope.app.controls;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A number of the strategy: its name, its value in a field that can be written in, a slider below.
 */
final class DialView extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Dial dial;
    private final StrategyViewModel model;
    private final TextField field = new TextField();
    private final Slider slider;
    private final Settling settling;
    private final VBox closable = new VBox();
    private final Hint hint;

    DialView(Dial dial, StrategyViewModel model) {
        this.dial = dial;
        this.model = model;
        slider = new Slider(0, dial.stops().last(), 0);
        slider.setBlockIncrement(1);
        slider.setAccessibleText(dial.title());
        settling =
                new Settling(
                        slider, position -> model.turn(dial, dial.stops().valueNear(position)));
        slider.valueProperty().addListener((_, _, position) -> preview(position.doubleValue()));
        var name = new Label(dial.title());
        name.setLabelFor(field);
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(field, Priority.ALWAYS);
        var row = new HBox(name, field);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        closable.getChildren().addAll(row, slider);
        getChildren().add(closable);
        getStyleClass().add("dial");
        var id = dial.name().toLowerCase(Locale.ROOT).replace('_', '-');
        slider.setId(id + "-slider");
        field.setId(id);
        hint = new Hint(this, dial.sentence());
        listenToField();
        model.strategyProperty().subscribe(_ -> show());
        model.simulatedProperty().addListener((_, _, _) -> show());
    }

    private void listenToField() {
        field.getStyleClass().add("dial-field");
        field.setPrefColumnCount(6);
        field.setOnAction(_ -> take());
        field.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        take();
                        show();
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
        field.textProperty().addListener((_, _, _) -> field.pseudoClassStateChanged(WRONG, false));
    }

    private void take() {
        if (!field.getText().equals(written())) {
            field.pseudoClassStateChanged(WRONG, !model.write(dial, field.getText()));
        }
    }

    private void preview(double position) {
        if (!field.isFocused()) {
            field.setText(dial.unit().write(dial.stops().valueNear(position)));
        }
    }

    private void show() {
        settling.show(dial.stops().positionOf(dial.of(model.strategy())));
        field.setText(written());
        Optional<String> reason = model.reasonAgainst(dial);
        closable.setDisable(reason.isPresent());
        hint.closedBecause(reason.orElse(""));
    }

    private String written() {
        return dial.unit().write(dial.of(model.strategy()));
    }
}
