package cachescope.app.controls;

import cachescope.engine.strategy.Fix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What protects the strategy: a check box a fix. */
final class FixesView extends VBox {
    private final StrategyViewModel model;
    private final Map<Fix, CheckBox> boxes = new EnumMap<>(Fix.class);
    private final Map<Fix, Hint> hints = new EnumMap<>(Fix.class);
    private final Map<Fix, Node> rows = new EnumMap<>(Fix.class);
    private final VBox list = new VBox();
    private final Label count = new Label();
    private final Label others = new Label("No difference to this strategy");

    FixesView(StrategyViewModel model) {
        this.model = model;
        getStyleClass().add("fixes");
        list.getStyleClass().add("fixes-list");
        for (var fix : Fix.values()) {
            rows.put(fix, row(fix));
        }
        count.getStyleClass().addAll("dim", "small");
        others.getStyleClass().addAll("dim", "small", "fixes-others");
        getChildren().addAll(count, list);
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

    /** Shows those that matter for the strategy first. */
    private void show() {
        var matter = new ArrayList<Node>();
        var rest = new ArrayList<Node>();
        int on = 0;
        for (var fix : Fix.values()) {
            var reason = model.reasonAgainst(fix);
            show(fix, reason.orElse(""));
            (reason.isEmpty() ? matter : rest).add(Objects.requireNonNull(rows.get(fix)));
            on += reason.isEmpty() && model.strategy().has(fix) ? 1 : 0;
        }
        count.setText(
                matter.isEmpty()
                        ? "Nothing to protect here."
                        : on + " of " + matter.size() + " fixes on");
        if (!matter.isEmpty() && !rest.isEmpty()) {
            matter.add(others);
        }
        matter.addAll(rest);
        if (!matter.equals(list.getChildren())) {
            list.getChildren().setAll(matter);
        }
    }

    private void show(Fix fix, String reason) {
        var box = Objects.requireNonNull(boxes.get(fix));
        box.setSelected(model.strategy().has(fix));
        box.setDisable(!reason.isEmpty());
        Objects.requireNonNull(hints.get(fix)).closedBecause(reason);
    }
}
