package cachescope.app.stampede;

import cachescope.app.theme.FactRow;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Sheets;
import cachescope.app.theme.WhyEmpty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The stampede: the key with how many loads its expiries led to above, the picture in the midst,
 * and below it what was measured. The key can be typed.
 */
public final class StampedeView extends StackPane {
    private final StampedeViewModel model;
    private final StampedeRenderer renderer;
    private final Canvas canvas = new Canvas();

    /**
     * @param palette must stand in the same scene
     */
    public StampedeView(StampedeViewModel model, Palette palette) {
        this.model = model;
        this.renderer = new StampedeRenderer(palette);
        getStyleClass().add("stampede");
        getStylesheets().add(Sheets.of(StampedeView.class));
        setMinSize(0, 0);
        var content = new VBox(head(), field(), new FactRow(model.factsProperty(), "dim", "small"));
        content.getStyleClass().add("content");
        content.setMinSize(0, 0);
        var some = model.whyEmptyProperty().isEmpty();
        content.getChildren().subList(1, 3).forEach(node -> node.visibleProperty().bind(some));
        getChildren().addAll(content, new WhyEmpty("stampede-empty", model.whyEmptyProperty()));
        model.momentProperty().subscribe(_ -> paint());
        canvas.accessibleTextProperty().bind(model.aloudProperty());
        palette.revisionProperty().addListener((_, _, _) -> paint());
    }

    private FlowPane head() {
        var title = new Label("Stampede");
        title.getStyleClass().add("view-title");
        title.setTooltip(
                new Tooltip(
                        "What happens when the entry of a key expires that many ask for.\nL: how often the key is asked for; d: how long it takes from the first load until the entry is there again."));
        var key = new TextField();
        key.setId("stampede-key");
        key.getStyleClass().add("key");
        key.promptTextProperty()
                .bind(model.keyProperty().map(shown -> shown.isEmpty() ? "busiest key" : shown));
        key.setAccessibleText("Key that is shown; empty for the busiest");
        key.setOnAction(_ -> {
            model.choose(key.getText());
            canvas.requestFocus();
        });
        var chooser = new HBox(title, key);
        chooser.getStyleClass().add("chooser");
        chooser.setAlignment(Pos.CENTER_LEFT);
        var head = new FlowPane(chooser, measured(), expected());
        head.getStyleClass().add("head");
        head.setRowValignment(VPos.CENTER);
        return head;
    }

    private Label measured() {
        var measured = new Label();
        measured.setId("stampede-measured");
        measured.getStyleClass().add("measured");
        measured.setMinWidth(USE_PREF_SIZE);
        measured.textProperty().bind(model.measuredProperty());
        return measured;
    }

    private Label expected() {
        var expected = new Label();
        expected.setId("stampede-expected");
        expected.getStyleClass().addAll("dim", "small");
        expected.setMinWidth(USE_PREF_SIZE);
        expected.textProperty().bind(model.expectedProperty());
        return expected;
    }

    private Pane field() {
        var field = new Pane(canvas);
        field.setMinSize(0, 0);
        field.setPrefSize(0, 0);
        VBox.setVgrow(field, Priority.ALWAYS);
        canvas.setId("stampede");
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setFocusTraversable(true);
        canvas.widthProperty().bind(field.widthProperty());
        canvas.heightProperty().bind(field.heightProperty());
        canvas.widthProperty().addListener((_, _, _) -> paint());
        canvas.heightProperty().addListener((_, _, _) -> paint());
        return field;
    }

    private void paint() {
        if (canvas.getWidth() >= 1 && canvas.getHeight() >= 1) {
            renderer.paint(
                    canvas.getGraphicsContext2D(),
                    canvas.getWidth(),
                    canvas.getHeight(),
                    model.momentProperty().get());
        }
    }
}
