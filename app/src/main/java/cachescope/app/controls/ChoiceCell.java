package cachescope.app.controls;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A value that can be chosen: its name, and below it its sentence; of one that cannot be chosen now
 * the reason instead.
 */
final class ChoiceCell<T> extends ListCell<T> {
    /** The list measures its cells before they have their looks and their words have wrapped. */
    private static final double LINE_HEIGHT = 15;

    private static final double NAME_HEIGHT = 30;

    private static final int LINE_CHARACTERS = 52;
    private static final double WIDTH = 304;

    private final Function<T, String> title;
    private final Function<T, String> description;
    private final Function<T, Optional<String>> reasonAgainst;
    private final Label name = new Label();
    private final Label notNow = new Label("not now");
    private final Label words = new Label();
    private final VBox all = new VBox(new HBox(8, name, notNow), words);

    ChoiceCell(
            Function<T, String> title,
            Function<T, String> description,
            Function<T, Optional<String>> reasonAgainst) {
        this.title = title;
        this.description = description;
        this.reasonAgainst = reasonAgainst;
        getStyleClass().add("choice-cell");
        name.getStyleClass().add("choice-name");
        notNow.getStyleClass().addAll("small", "choice-closed");
        words.getStyleClass().addAll("small", "choice-words");
        words.setWrapText(true);
        words.setPrefWidth(WIDTH);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            setDisable(false);
            setPrefHeight(USE_COMPUTED_SIZE);
            return;
        }
        var reason = reasonAgainst.apply(item);
        var sentence = reason.orElseGet(() -> description.apply(item));
        name.setText(title.apply(item));
        notNow.setVisible(reason.isPresent());
        words.setText(sentence);
        double height = lines(sentence) * LINE_HEIGHT;
        words.setMinHeight(height);
        setPrefHeight(sentence.isEmpty() ? USE_COMPUTED_SIZE : NAME_HEIGHT + height);
        setDisable(reason.isPresent());
        setText(sentence.isEmpty() ? title.apply(item) : null);
        setGraphic(sentence.isEmpty() ? null : all);
        setAccessibleText(
                title.apply(item) + (reason.isPresent() ? ", not now: " : ". ") + sentence);
    }

    private static int lines(String sentence) {
        return (sentence.length() + LINE_CHARACTERS - 1) / LINE_CHARACTERS;
    }
}
