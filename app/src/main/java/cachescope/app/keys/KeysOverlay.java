package cachescope.app.keys;

import cachescope.app.keys.KeyCommand.Subject;
import cachescope.app.theme.Sheets;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list of all keys, laid over the window; a click, Escape or ? takes it away. */
public final class KeysOverlay extends StackPane {

    public KeysOverlay() {
        getStyleClass().add("keys-overlay");
        getStylesheets().add(Sheets.of(KeysOverlay.class));
        setId("keys-overlay");
        getChildren().add(card());
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setOnMouseClicked(_ -> hide());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        hide();
                        event.consume();
                    }
                });
    }

    /** Shows the list, or takes it away. */
    public void toggle() {
        if (isVisible()) {
            hide();
        } else {
            setVisible(true);
            toFront();
            requestFocus();
        }
    }

    public void hide() {
        setVisible(false);
    }

    private Region card() {
        var title = new Label("Keys");
        title.getStyleClass().add("keys-title");
        var close = new Button("Close");
        close.setOnAction(_ -> hide());
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var head = new HBox(title, spacer, close);
        head.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(head);
        for (var subject : Subject.values()) {
            var heading = new Label(subject.title().toUpperCase(Locale.ROOT));
            heading.getStyleClass().add("section-title");
            card.getChildren().addAll(heading, grid(subject));
        }
        card.getStyleClass().add("keys-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return card;
    }

    private static GridPane grid(Subject subject) {
        var grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        var keys = new ColumnConstraints(96);
        keys.setHalignment(HPos.LEFT);
        grid.getColumnConstraints().addAll(keys, new ColumnConstraints(256));
        int row = 0;
        for (var command : KeyCommand.values()) {
            if (command.subject() == subject) {
                var cap = new Label(command.keys());
                cap.getStyleClass().add("key-cap");
                grid.addRow(row++, cap, new Label(command.meaning()));
            }
        }
        return grid;
    }
}
