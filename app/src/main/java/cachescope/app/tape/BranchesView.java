package cachescope.app.tape;

import cachescope.app.keys.KeyCommand;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The names of the two runs, where there are two; pressing one shows it. */
final class BranchesView extends HBox {

    BranchesView(BranchesViewModel model) {
        getStyleClass().add("branches");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        for (var side : List.of(Side.values())) {
            getChildren().add(button(model, side));
        }
        visibleProperty().bind(model.branchedProperty());
        managedProperty().bind(visibleProperty());
    }

    private static ToggleButton button(BranchesViewModel model, Side side) {
        var letter = new Label(side.name());
        letter.getStyleClass().add("branch-letter");
        var button = new ToggleButton(null, letter);
        button.setId("branch-" + (side == Side.A ? "a" : "b"));
        button.getStyleClass().add("branch");
        button.setTextOverrun(OverrunStyle.ELLIPSIS);
        button.textProperty().bind(model.wordsProperty(side));
        button.setMinWidth(96);
        button.setOnAction(_ -> {
            model.choose(side);
            button.setSelected(model.shownProperty().get() == side);
        });
        model.shownProperty().subscribe(shown -> button.setSelected(shown == side));
        var tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.textProperty()
                .bind(
                        model.wordsProperty(side)
                                .map(words ->
                                        side
                                                + ": "
                                                + words
                                                + "\n\n"
                                                + KeyCommand.OTHER_RUN.tooltip()
                                                + ". Two runs are kept: a change of strategy branches off the one that is shown, and takes the place of B."));
        button.setTooltip(tooltip);
        return button;
    }
}
