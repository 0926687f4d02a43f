package cachescope.app.feed;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line of the feed: time, glyph, words, as high as the words need. */
final class FeedCell extends ListCell<FeedLine> {
    private static final double SCROLL_BAR_WIDTH = 12;
    private static final double LINE_HEIGHT_MIN = 24;

    private final Label time = new Label();
    private final Label glyph = new Label();
    private final Label words = new Label();
    private final HBox row = new HBox(time, glyph, words);

    FeedCell(ListView<FeedLine> list, Consumer<FeedLine> chosen) {
        time.getStyleClass().addAll("mono", "dim", "feed-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        glyph.getStyleClass().add("feed-glyph");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("feed-row");
        row.prefWidthProperty().bind(list.widthProperty().subtract(SCROLL_BAR_WIDTH));
        row.maxWidthProperty().bind(row.prefWidthProperty());
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            var line = getItem();
            if (line != null) {
                chosen.accept(line);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable FeedLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        time.setText(line.time());
        glyph.setText(line.sign().glyph());
        glyph.getStyleClass().setAll("label", "feed-glyph", line.sign().style());
        words.setText(line.words());
        setAccessibleText(line.time() + " " + line.words());
        setGraphic(row);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return LINE_HEIGHT_MIN;
        }
        return Math.max(
                LINE_HEIGHT_MIN,
                row.prefHeight(row.getPrefWidth()) + snappedTopInset() + snappedBottomInset());
    }
}
