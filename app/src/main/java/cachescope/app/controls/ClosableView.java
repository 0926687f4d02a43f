package cachescope.app.controls;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Controls that are off, with the reason above them, as long as there is one. */
public final class ClosableView extends VBox {

    public ClosableView(ReadOnlyStringProperty reason, Region controls) {
        var words = new Label();
        words.setId("controls-closed");
        words.getStyleClass().addAll("dim", "small", "controls-closed");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(reason);
        words.visibleProperty().bind(reason.isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        controls.disableProperty().bind(reason.isNotEmpty());
        VBox.setVgrow(controls, Priority.ALWAYS);
        getChildren().addAll(words, controls);
    }
}
