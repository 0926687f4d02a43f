package cachescope.app.keyspace;

import cachescope.app.frame.Seen;
import cachescope.app.keyspace.KeyTable.Column;
import cachescope.app.theme.Sheets;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The keys as a table, what to show of them above it, and the chosen one beside it. */
public final class KeySpaceView extends VBox {
    private static final double OPENED_WIDTH = 280;

    private final KeySpaceViewModel model;
    private final KeyTable table;
    private boolean showing;

    public KeySpaceView(KeySpaceViewModel model) {
        this.model = model;
        this.table = new KeyTable(model.rows(), List.of(Column.values()));
        getStyleClass().add("key-space");
        getStylesheets().add(Sheets.of(KeySpaceView.class));
        setMinSize(0, 0);
        table.setId("keys-now");
        table.emptiness().setId("no-keys");
        table.emptiness().textProperty().bind(model.emptinessProperty());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, row) -> {
                    if (!showing && row != null) {
                        model.open(row.name());
                    }
                });
        model.rows().addListener((ListChangeListener<KeyRow>) _ -> selectOpened());
        HBox.setHgrow(table, Priority.ALWAYS);
        var body = new HBox(table, opened());
        body.getStyleClass().add("key-space-body");
        body.setMinSize(0, 0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), body);
    }

    /** Goes on, once a frame; {@code now} is nanoseconds of real time. */
    public void look(long now) {
        showing = true;
        model.look(Seen.is(this), now);
        showing = false;
    }

    private HBox head() {
        var pattern = new TextField("*");
        pattern.setId("key-pattern");
        pattern.setPrefColumnCount(12);
        pattern.setAccessibleText("Show keys like this pattern");
        pattern.setTooltip(
                new Tooltip(
                        "Keys like a pattern of Redis, such as user:* or lock:?; Enter applies it"));
        pattern.setOnAction(_ -> model.filter(pattern.getText()));
        pattern.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        model.filter(pattern.getText());
                    }
                });
        var all =
                check(
                        "keys-of-all",
                        "Others' too",
                        "Show all keys of this Redis, by their whole names");
        all.visibleProperty().bind(model.othersProperty());
        all.managedProperty().bind(all.visibleProperty());
        all.selectedProperty().addListener((_, _, chosen) -> model.showAll(chosen));
        var automatic = check("keys-automatic", "Each second", "Read the keys again each second");
        automatic.selectedProperty().bindBidirectional(model.automaticProperty());
        var refresh = new Button(null, new FontIcon(Feather.REFRESH_CW));
        refresh.setId("keys-refresh");
        refresh.getStyleClass().addAll("flat", "icon");
        refresh.setTooltip(new Tooltip("Read the keys again now"));
        refresh.setAccessibleText("Read the keys again now");
        refresh.setOnAction(_ -> model.refresh());
        var summary = new Label();
        summary.setId("keys-summary");
        summary.getStyleClass().addAll("dim", "small");
        summary.textProperty().bind(model.summaryProperty());
        summary.setMinWidth(0);
        var more = new Button("More");
        more.setId("keys-more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setTooltip(new Tooltip("Show a further page; at most 1,000 keys at once"));
        more.disableProperty().bind(model.moreProperty().not());
        more.setOnAction(_ -> model.more());
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var head = new HBox(pattern, automatic, refresh, all, spacer, summary, more);
        head.getStyleClass().add("key-space-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static CheckBox check(String id, String text, String sentence) {
        var box = new CheckBox(text);
        box.setId(id);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setTooltip(new Tooltip(sentence));
        return box;
    }

    private Node opened() {
        var name = new Label();
        name.getStyleClass().addAll("bright", "mono");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var close = new Button(null, new FontIcon(Feather.X));
        close.setId("close-key");
        close.getStyleClass().addAll("flat", "icon");
        close.setAccessibleText("Close the key");
        close.setOnAction(_ -> {
            table.getSelectionModel().clearSelection();
            model.open("");
        });
        var top = new HBox(name, close);
        top.setAlignment(Pos.CENTER_LEFT);
        var facts = new Label();
        facts.setId("opened-facts");
        facts.getStyleClass().addAll("dim", "small");
        var text = new TextArea();
        text.setId("opened-value");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("mono");
        text.setMinHeight(0);
        VBox.setVgrow(text, Priority.ALWAYS);
        var panel = new VBox(top, facts, text);
        panel.getStyleClass().add("opened-key");
        panel.setMinWidth(OPENED_WIDTH);
        panel.setMaxWidth(OPENED_WIDTH);
        panel.setMinHeight(0);
        panel.managedProperty().bind(panel.visibleProperty());
        model.openedProperty()
                .subscribe(key -> {
                    panel.setVisible(key.isPresent());
                    key.ifPresent(there -> {
                        name.setText(there.name());
                        facts.setText(there.facts());
                        if (!there.text().equals(text.getText())) {
                            text.setText(there.text());
                        }
                    });
                });
        return panel;
    }

    /** Keeps the key chosen that is opened, wherever it stands now. */
    private void selectOpened() {
        var name = model.openName();
        var chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.name().equals(name)) {
            return;
        }
        for (int i = 0; i < model.rows().size() && !name.isEmpty(); i++) {
            if (model.rows().get(i).name().equals(name)) {
                table.getSelectionModel().select(i);
                return;
            }
        }
        table.getSelectionModel().clearSelection();
    }
}
