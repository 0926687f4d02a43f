package cachescope.app.controls;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One of several values: its name and a box that lists them, each with its sentence where it has
 * one.
 */
final class ChoiceView<T> extends HBox {
    private static final double LIST_EDGES = 12;

    private final ComboBox<T> box = new ComboBox<>();
    private final Hint hint;
    private final Function<T, String> title;
    private final Function<T, String> description;
    private Function<T, Optional<String>> reasonAgainst = _ -> Optional.empty();
    private boolean showing;

    ChoiceView(
            String id,
            String name,
            String sentence,
            T[] values,
            Function<T, String> title,
            Function<T, String> description,
            Consumer<T> chosen) {
        this.title = title;
        this.description = description;
        box.setId(id);
        box.getItems().setAll(values);
        box.setButtonCell(new ChosenCell());
        box.setOnShowing(_ -> renewCells());
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

    /** Says which values cannot be chosen now, and why; asked each time that they are offered. */
    ChoiceView<T> closing(Function<T, Optional<String>> why) {
        reasonAgainst = why;
        return this;
    }

    /** Lists other values. */
    void offer(List<T> values) {
        showing = true;
        box.getItems().setAll(values);
        showing = false;
    }

    /** Makes new cells, since what can be chosen depends on the rest of the strategy. */
    private void renewCells() {
        box.setCellFactory(_ -> new ChoiceCell<>(title, description, reasonAgainst));
        if (box.getSkin() instanceof ComboBoxListViewSkin<?> skin
                && skin.getPopupContent() instanceof ListView<?> list) {
            double height = 0;
            for (var value : box.getItems()) {
                var sentence = ChoiceCell.sentence(value, description, reasonAgainst);
                height += sentence.isEmpty() ? Double.NaN : ChoiceCell.height(sentence);
            }
            list.setPrefHeight(Double.isNaN(height) ? USE_COMPUTED_SIZE : height + LIST_EDGES);
        }
    }

    /** Shows a value; with a reason the box is closed. */
    void show(T value, String reason) {
        showing = true;
        box.setValue(value);
        showing = false;
        box.setDisable(!reason.isEmpty());
        hint.closedBecause(reason);
    }

    /** Shows that there is none; with a reason the box is closed. */
    void showNone(String words, String reason) {
        showing = true;
        box.setPromptText(words);
        box.setValue(null);
        showing = false;
        box.setDisable(!reason.isEmpty());
        hint.closedBecause(reason);
    }

    /** The value that is chosen, or the words for none: a box itself shows those no second time. */
    private final class ChosenCell extends ListCell<T> {
        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? box.getPromptText() : title.apply(item));
        }
    }
}
