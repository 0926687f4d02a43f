package cachescope.app.inspector;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A step in brief: when, where, what was sent, what came of it. A click opens the statement in full
 * below it, where it can be selected.
 */
final class StepRow extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final int CHARACTERS_A_LINE = 34;
    private static final int LINES_MAX = 12;

    /** Three lines. */
    private static final double STATEMENT_HEIGHT_MAX = 54;

    private final Step step;
    private boolean open;

    StepRow(Story story, Step step) {
        this.step = step;
        getStyleClass().add("step");
        var offset = label(StepsText.offset(story, step), "step-offset");
        var tier = label(WaterfallRenderer.name(step.tier()), "step-tier");
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var result = label(step.result(), "step-" + step.verdict().name().toLowerCase(Locale.ROOT));
        result.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(offset, tier, spacer, result);
        head.getStyleClass().add("step-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        var line = new VBox(head, statement());
        line.getStyleClass().add("step-line");
        line.setCursor(Cursor.HAND);
        line.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                toggle();
            }
        });
        var tooltip = new Tooltip(step.statement());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        tooltip.getStyleClass().add("mono");
        Tooltip.install(line, tooltip);
        getChildren().add(line);
    }

    /** What was sent, as far as some lines hold it. */
    private Label statement() {
        var statement = label(StepsText.oneLine(step.statement()), "step-statement");
        statement.setWrapText(true);
        statement.setTextOverrun(OverrunStyle.ELLIPSIS);
        statement.setMaxHeight(STATEMENT_HEIGHT_MAX);
        return statement;
    }

    private void toggle() {
        open = !open;
        pseudoClassStateChanged(OPEN, open);
        if (open) {
            getChildren().add(full());
        } else {
            getChildren().remove(1);
        }
    }

    private TextArea full() {
        var text = new TextArea(step.statement());
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().addAll("mono", "step-full");
        int lines = step.statement().length() / CHARACTERS_A_LINE + 1;
        text.setPrefRowCount(Math.min(LINES_MAX, lines));
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll("mono", style);
        return label;
    }
}
