package cachescope.app.controls;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One of several values: its name and a box that lists them, each with its sentence where it has
 * one.
 */
final class ChoiceView<T> extends HBox {
    private final ComboBox<T> box = new ComboBox<>();
    private final Hint hint;
    private boolean showing;

    ChoiceView(
            String id,
            String name,
            String sentence,
            T[] values,
            Function<T, String> title,
            Function<T, String> description,
            Consumer<T> chosen) {
        box.setId(id);
        box.getItems().setAll(values);
        box.setCellFactory(_ -> new ChoiceCell<>(title, description));
        box.setButtonCell(new ChoiceCell<>(title, _ -> ""));
        box.setPrefWidth(136);
        box.setMinWidth(136);
        box.setAccessibleText(name);
        box.setOnAction(_ -> {
            if (!showing && box.getValue() != null) {
                chosen.accept(box.getValue());
            }
        });
        var label = new Label(name);
        label.setLabelFor(box);
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getChildren().addAll(label, spacer, box);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("row", "choice");
        hint = new Hint(this, sentence);
    }

    /** Shows a value; with a reason the box is closed. */
    void show(T value, String reason) {
        showing = true;
        box.setValue(value);
        showing = false;
        box.setDisable(!reason.isEmpty());
        hint.closedBecause(reason);
    }

    private static final class ChoiceCell<T> extends ListCell<T> {
        /** Two lines; the list measures its cells before their words have wrapped. */
        private static final double SENTENCE_HEIGHT = 30;

        private final Function<T, String> title;
        private final Function<T, String> description;
        private final Label name = new Label();
        private final Label words = new Label();
        private final VBox both = new VBox(name, words);

        ChoiceCell(Function<T, String> title, Function<T, String> description) {
            this.title = title;
            this.description = description;
            name.getStyleClass().add("bright");
            words.getStyleClass().addAll("dim", "small");
            words.setWrapText(true);
            words.setPrefWidth(304);
            words.setMinHeight(SENTENCE_HEIGHT);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            var sentence = description.apply(item);
            name.setText(title.apply(item));
            words.setText(sentence);
            setText(sentence.isEmpty() ? title.apply(item) : null);
            setGraphic(sentence.isEmpty() ? null : both);
        }
    }
}
