package cachescope.app.theme;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Short sentences side by side, each in a label of its own; as many lines as they need. */
public final class FactRow extends FlowPane {
    private final String[] styles;

    /** The labels have these style classes. */
    public FactRow(ObservableValue<List<String>> facts, String... styles) {
        this.styles = styles;
        getStyleClass().add("facts");
        setMinHeight(USE_PREF_SIZE);
        facts.subscribe(this::show);
    }

    private void show(List<String> facts) {
        while (getChildren().size() > facts.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < facts.size()) {
            var label = new Label();
            label.getStyleClass().addAll(styles);
            label.setMinWidth(USE_PREF_SIZE);
            getChildren().add(label);
        }
        for (int i = 0; i < facts.size(); i++) {
            ((Label) getChildren().get(i)).setText(facts.get(i));
        }
    }
}
