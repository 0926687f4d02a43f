package cachescope.app.controls;

import cachescope.engine.strategy.Fix;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What protects the pattern: a check box a fix, folded away until it is asked for. */
final class FixesView extends VBox {
    private final StrategyViewModel model;
    private final Map<Fix, CheckBox> boxes = new EnumMap<>(Fix.class);
    private final Map<Fix, Hint> hints = new EnumMap<>(Fix.class);
    private final Label count = new Label();

    FixesView(StrategyViewModel model) {
        this.model = model;
        getStyleClass().add("fixes");
        var list = new VBox();
        list.getStyleClass().add("fixes-list");
        for (var fix : Fix.values()) {
            list.getChildren().add(row(fix));
        }
        var icon = new FontIcon(Feather.CHEVRON_RIGHT);
        var open = new ToggleButton("WHAT PROTECTS THIS PATTERN", icon);
        open.setId("fixes");
        open.getStyleClass().setAll("disclosure");
        open.selectedProperty()
                .subscribe(shown ->
                        icon.setIconCode(shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        list.visibleProperty().bind(open.selectedProperty());
        list.managedProperty().bind(open.selectedProperty());
        count.getStyleClass().addAll("dim", "small");
        getChildren().addAll(open, count, list);
        model.strategyProperty().subscribe(_ -> show());
    }

    private HBox row(Fix fix) {
        var box = new CheckBox(PatternWords.title(fix));
        box.setId(fix.label());
        box.setOnAction(_ -> model.protect(fix, box.isSelected()));
        boxes.put(fix, box);
        var row = new HBox(box);
        row.getStyleClass().add("fix-row");
        hints.put(fix, new Hint(row, PatternWords.sentence(fix)));
        return row;
    }

    private void show() {
        int applicable = 0;
        int on = 0;
        for (var fix : Fix.values()) {
            var reason = model.reasonAgainst(fix);
            var box = boxes.get(fix);
            var hint = hints.get(fix);
            if (box == null || hint == null) {
                continue;
            }
            box.setSelected(model.strategy().has(fix));
            box.setDisable(reason.isPresent());
            hint.closedBecause(reason.orElse(""));
            if (reason.isEmpty()) {
                applicable++;
                on += model.strategy().has(fix) ? 1 : 0;
            }
        }
        count.setText(
                applicable == 0
                        ? "Nothing to protect here."
                        : on + " of " + applicable + " fixes on");
    }
}
