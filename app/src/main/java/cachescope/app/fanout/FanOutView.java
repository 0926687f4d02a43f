package cachescope.app.fanout;

import cachescope.app.theme.Palette;
import cachescope.app.theme.Sheets;
import cachescope.app.theme.WhyEmpty;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The fan-out: what messages came to above, the picture in the midst, and below it which version of
 * a key lies where. The key can be typed.
 */
public final class FanOutView extends StackPane {
    private static final PseudoClass LOSS = PseudoClass.getPseudoClass("loss");

    private final FanOutViewModel model;
    private final FanOutRenderer renderer;
    private final Canvas canvas = new Canvas();
    private FanOutLayout layout = new FanOutLayout(0, 0, 1);

    /**
     * @param palette must stand in the same scene
     */
    public FanOutView(FanOutViewModel model, Palette palette) {
        this.model = model;
        this.renderer = new FanOutRenderer(palette);
        getStyleClass().add("fan-out");
        getStylesheets().add(Sheets.of(FanOutView.class));
        setMinSize(0, 0);
        var content = new VBox(head(), field(), story());
        content.getStyleClass().add("content");
        content.setMinSize(0, 0);
        var some = model.whyEmptyProperty().isEmpty();
        content.getChildren().subList(1, 3).forEach(node -> node.visibleProperty().bind(some));
        getChildren().addAll(content, new WhyEmpty("fan-out-empty", model.whyEmptyProperty()));
        model.momentProperty().subscribe(_ -> paint());
        canvas.accessibleTextProperty().bind(model.aloudProperty());
        palette.revisionProperty().addListener((_, _, _) -> paint());
    }

    private FlowPane head() {
        var title = new Label("Fan-out");
        title.getStyleClass().add("view-title");
        title.setTooltip(
                new Tooltip(
                        "How a write becomes known to the near caches of all nodes.\nLate: the node had answered with the older version before the message came.\nA write costs one round trip to publish, and a message to each node; the bytes are those of the texts."));
        var key = new TextField();
        key.setId("fan-out-key");
        key.getStyleClass().add("key");
        key.promptTextProperty()
                .bind(
                        model.momentProperty()
                                .map(Moment::key)
                                .map(shown -> shown.isEmpty() ? "key of the latest" : shown));
        key.setAccessibleText("Key whose copies are shown; empty for that of the latest message");
        key.setOnAction(_ -> {
            model.choose(key.getText());
            canvas.requestFocus();
        });
        model.chosenProperty().addListener((_, _, chosen) -> key.setText(chosen));
        var chooser = new HBox(title, key);
        chooser.getStyleClass().add("chooser");
        chooser.setAlignment(Pos.CENTER_LEFT);
        var head = new FlowPane(chooser);
        head.getStyleClass().add("head");
        head.setRowValignment(VPos.CENTER);
        model.totalsProperty()
                .subscribe(totals -> {
                    while (head.getChildren().size() > totals.size() + 1) {
                        head.getChildren().removeLast();
                    }
                    while (head.getChildren().size() < totals.size() + 1) {
                        var label = new Label();
                        label.getStyleClass().addAll("total", "small");
                        label.setMinWidth(USE_PREF_SIZE);
                        head.getChildren().add(label);
                    }
                    show(head, totals);
                });
        return head;
    }

    private static void show(FlowPane head, List<String> totals) {
        for (int i = 0; i < totals.size(); i++) {
            var label = (Label) head.getChildren().get(i + 1);
            label.setText(totals.get(i));
            label.pseudoClassStateChanged(LOSS, FanOutWords.isLoss(totals.get(i)));
        }
    }

    /** A message that is clicked chooses its key, a node the next key that it is stale of. */
    private void choose(MouseEvent click) {
        canvas.requestFocus();
        int node = layout.nodeAt(click.getX(), click.getY());
        FanOutRenderer.flightAt(layout, model.momentProperty().get(), click.getX(), click.getY())
                .ifPresentOrElse(
                        flight -> model.choose(flight.key()),
                        () -> {
                            if (node >= 0 && node < model.momentProperty().get().nodes().size()) {
                                model.chooseStaleOf(
                                        model.momentProperty().get().nodes().get(node).node());
                            }
                        });
    }

    private Pane field() {
        var field = new Pane(canvas);
        field.setMinSize(0, 0);
        field.setPrefSize(0, 0);
        VBox.setVgrow(field, Priority.ALWAYS);
        canvas.setId("fan-out");
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setFocusTraversable(true);
        canvas.setOnMouseClicked(this::choose);
        canvas.widthProperty().bind(field.widthProperty());
        canvas.heightProperty().bind(field.heightProperty());
        canvas.widthProperty().addListener((_, _, _) -> paint());
        canvas.heightProperty().addListener((_, _, _) -> paint());
        return field;
    }

    private Label story() {
        var story = new Label();
        story.setId("fan-out-story");
        story.getStyleClass().addAll("story", "small");
        story.setWrapText(true);
        story.setMinHeight(USE_PREF_SIZE);
        story.textProperty().bind(model.storyProperty());
        return story;
    }

    private void paint() {
        var moment = model.momentProperty().get();
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        int count = Math.max(1, moment.nodes().size());
        if (layout.width() != canvas.getWidth()
                || layout.height() != canvas.getHeight()
                || layout.size() != count) {
            layout = new FanOutLayout(canvas.getWidth(), canvas.getHeight(), count);
        }
        if (!moment.nodes().isEmpty()) {
            renderer.paint(canvas.getGraphicsContext2D(), layout, moment);
        }
    }
}
