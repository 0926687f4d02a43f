package cachescope.app.export;

import cachescope.app.files.FilePicker;
import cachescope.app.theme.Sheets;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What can be saved of what is shown, on a card laid over the window. Escape takes it away. */
public final class ExportView extends StackPane {
    private final ExportViewModel model;
    private final FilePicker files;
    private final Button save = new Button("Save…");

    public ExportView(ExportViewModel model, FilePicker files) {
        this.model = model;
        this.files = files;
        setId("export-overlay");
        getStyleClass().add("export-overlay");
        getStylesheets().add(Sheets.of(ExportView.class));
        getChildren().add(card());
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        setVisible(false);
                        event.consume();
                    }
                });
    }

    /** Opens at a time of the playhead, its rate, and the log's end so far. */
    public void open(long playhead, double rate, long end) {
        model.begin(playhead, rate, end);
        setVisible(true);
        toFront();
        save.requestFocus();
    }

    private Region card() {
        var title = new Label("Save what is shown");
        title.getStyleClass().add("export-title");
        var close = new Button("Close");
        close.setId("export-close");
        close.setOnAction(_ -> setVisible(false));
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var head = new HBox(title, spacer, close);
        head.setAlignment(Pos.CENTER_LEFT);
        var words = text("export-words", model.wordsProperty());
        words.getStyleClass().add("dim");
        var problem = text("export-problem", model.problemProperty());
        problem.getStyleClass().add("export-problem");
        var card = new VBox(head, kinds(), film(), span(), words, problem, foot());
        card.getStyleClass().add("export-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return card;
    }

    private Node kinds() {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("export-kinds");
        for (var kind : ExportKind.values()) {
            var button = new ToggleButton(kind.title());
            button.setId("export-" + kind.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                model.kindProperty().set(kind);
                button.setSelected(true);
            });
            model.kindProperty().subscribe(chosen -> button.setSelected(chosen == kind));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node film() {
        return only(
                ExportKind.FILM,
                row("Length", field("film-length", model.lengthProperty())),
                row(
                        "Frames a second",
                        choice(
                                "film-frames",
                                ExportViewModel.FRAMES_PER_SECOND,
                                model.framesPerSecondProperty())),
                row("Width", choice("film-width", ExportViewModel.WIDTHS, model.widthProperty())));
    }

    private Node span() {
        return only(
                ExportKind.LOG,
                row("From", field("log-from", model.fromProperty())),
                row("To", field("log-to", model.toProperty())));
    }

    private Node foot() {
        save.setId("export-save");
        save.setDefaultButton(true);
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        var cancel = new Button("Cancel");
        cancel.setId("export-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.cancel());
        var bar = new ProgressBar();
        bar.setPrefWidth(96);
        bar.setMinWidth(96);
        for (var part : List.of(cancel, bar)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        var told = new Label();
        told.setId("export-told");
        told.setWrapText(true);
        told.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(told, Priority.ALWAYS);
        model.problemProperty().subscribe(this::allowSaving);
        model.doneProperty()
                .subscribe(done -> {
                    cancel.setVisible(done instanceof Done.Part);
                    bar.setVisible(done instanceof Done.Part);
                    allowSaving();
                    switch (done) {
                        case Done.Nothing _ -> told.setText("");
                        case Done.Part part -> {
                            told.setText(part.words());
                            bar.setProgress(part.share());
                        }
                        case Done.All all -> told.setText(all.sentence());
                    }
                });
        var foot = new HBox(told, bar, cancel, save);
        foot.getStyleClass().add("export-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void allowSaving() {
        save.setDisable(
                !model.problemProperty().get().isEmpty()
                        || model.doneProperty().get() instanceof Done.Part);
    }

    private void save() {
        var kind = model.kindProperty().get();
        files.save(
                        "Save the " + kind.title().toLowerCase(Locale.ROOT),
                        kind.fileName(),
                        kind.fileKinds())
                .ifPresent(file -> {
                    setVisible(false);
                    model.save(file);
                    setVisible(true);
                });
    }

    private VBox only(ExportKind kind, Node... rows) {
        var box = new VBox(rows);
        box.getStyleClass().add("export-rows");
        box.visibleProperty().bind(model.kindProperty().isEqualTo(kind));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static HBox row(String name, Region control) {
        var label = new Label(name);
        label.setLabelFor(control);
        label.setPrefWidth(144);
        control.setPrefWidth(144);
        var row = new HBox(label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static TextField field(String id, StringProperty value) {
        var field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static ComboBox<Integer> choice(
            String id, List<Integer> values, IntegerProperty value) {
        var box = new ComboBox<Integer>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setValue(value.get());
        box.setOnAction(_ -> value.set(box.getValue()));
        return box;
    }

    private static Label text(String id, ReadOnlyStringProperty words) {
        var label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(words);
        label.visibleProperty().bind(words.isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
