package cachescope.app.keyspace;

import cachescope.app.theme.Sheets;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Keys as a table. */
public final class KeyTable extends TableView<KeyRow> {

    /** What can be told of a key. */
    public enum Column {
        KEY("Key", 150, KeyRow::name, "The key, without what the keys of the run begin with."),
        TYPE("Type", 56, KeyRow::type, "What is under it, as Redis calls it."),
        VERSION("Version", 70, KeyRow::version, "The version of the record that the entry copies."),
        TIME_TO_LIVE("TTL", 84, KeyRow::timeToLive, "How long it still lives."),
        SIZE("Size", 66, KeyRow::size, "What it takes."),
        VALUE("Value", 150, KeyRow::value, "The beginning of its value.");

        private final String title;
        private final double width;
        private final Function<KeyRow, String> words;
        private final String sentence;

        Column(String title, double width, Function<KeyRow, String> words, String sentence) {
            this.title = title;
            this.width = width;
            this.words = words;
            this.sentence = sentence;
        }
    }

    private static final double WORDS_MIN = 96;

    private final Label placeholder = new Label();

    public KeyTable(ObservableList<KeyRow> rows, List<Column> columns) {
        super(rows);
        getStyleClass().add("key-table");
        getStylesheets().add(Sheets.of(KeyTable.class));
        setMinSize(0, 0);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns.forEach(column -> getColumns().add(tableColumn(column)));
        placeholder.setWrapText(true);
        placeholder.getStyleClass().add("dim");
        setPlaceholder(placeholder);
    }

    /** What is told where there is no key. */
    public Label emptiness() {
        return placeholder;
    }

    private static TableColumn<KeyRow, String> tableColumn(Column column) {
        var made = new TableColumn<KeyRow, String>();
        made.setId("column-" + column.title);
        var title = new Label(column.title);
        title.getStyleClass().addAll("dim", "column-title");
        title.setTooltip(new Tooltip(column.sentence));
        made.setGraphic(title);
        made.setPrefWidth(column.width);
        made.setMinWidth(column == Column.KEY || column == Column.VALUE ? WORDS_MIN : column.width);
        if (column != Column.KEY && column != Column.VALUE) {
            made.setMaxWidth(column.width + 24);
        }
        made.setReorderable(false);
        made.setSortable(false);
        made.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(column.words.apply(row.getValue())));
        boolean mono = column == Column.KEY || column == Column.VALUE;
        made.getStyleClass().add(mono ? "mono" : "figure");
        return made;
    }
}
