package cachescope.app.header;

import cachescope.app.theme.Sheets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A line with the newest message, which takes room of its own and so covers nothing; none where
 * there is no message. A message too long for two lines is told in full by the tooltip.
 */
public final class MessageBar extends HBox {

    public MessageBar(MessagesViewModel model) {
        getStyleClass().add("message-bar");
        getStylesheets().add(Sheets.of(MessageBar.class));
        setId("messages");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(Region.USE_PREF_SIZE);
        var text = new Label();
        text.setWrapText(true);
        text.setMaxHeight(36);
        text.textProperty().bind(model.textProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        tooltip.textProperty().bind(model.textProperty());
        text.setTooltip(tooltip);
        var waiting = new Label();
        waiting.getStyleClass().add("dim");
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        waiting.textProperty()
                .bind(
                        model.waitingProperty()
                                .map(count ->
                                        count.intValue() == 0 ? "" : "and " + count + " more"));
        var dismiss = new Button(null, new FontIcon(Feather.X));
        dismiss.setId("dismiss");
        dismiss.setAccessibleText("Dismiss this message");
        dismiss.setTooltip(new Tooltip("Dismiss this message"));
        dismiss.setOnAction(_ -> model.dismiss());
        getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), text, waiting, dismiss);
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(model.shownProperty());
    }
}
