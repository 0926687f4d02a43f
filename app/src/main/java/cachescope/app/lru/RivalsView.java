package cachescope.app.lru;

import cachescope.app.theme.Palette;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;

/**
 * Two policies on the same traffic: which ones, and where they differ first; below what each holds.
 */
final class RivalsView extends Pane {
    private final RivalsViewModel model;
    private final RivalsRenderer renderer;
    private final Canvas canvas = new Canvas();
    private final ComboBox<RivalPolicy> one = policies("lru-one", "First policy");
    private final ComboBox<RivalPolicy> other = policies("lru-other", "Second policy");

    RivalsView(RivalsViewModel model, Palette palette) {
        this.model = model;
        this.renderer = new RivalsRenderer(palette);
        setMinSize(0, 0);
        canvas.setId("lru-rivals");
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.accessibleTextProperty().bind(model.differenceProperty());
        canvas.widthProperty().bind(widthProperty());
        canvas.heightProperty().bind(heightProperty());
        canvas.widthProperty().addListener((_, _, _) -> paint());
        canvas.heightProperty().addListener((_, _, _) -> paint());
        palette.revisionProperty().addListener((_, _, _) -> paint());
        getChildren().add(canvas);
        one.setValue(model.one());
        other.setValue(model.other());
        one.setOnAction(_ -> model.choose(one.getValue(), other.getValue()));
        other.setOnAction(_ -> model.choose(one.getValue(), other.getValue()));
        model.standingProperty().subscribe(_ -> paint());
    }

    /** The policies and their first difference, for the line above. */
    FlowPane head() {
        var words = new Label();
        words.setId("lru-difference");
        words.getStyleClass().addAll("answer", "small");
        words.textProperty().bind(model.differenceProperty());
        var whole = new Tooltip();
        whole.textProperty().bind(model.differenceProperty());
        words.setTooltip(whole);
        var go = new Button("Go there");
        go.setId("lru-go");
        go.getStyleClass().add("mode");
        go.setOnAction(_ -> model.goToDifference());
        go.disableProperty()
                .bind(
                        model.standingProperty()
                                .map(known -> known.flatMap(Standing::first).isEmpty()));
        var head = new FlowPane(one, other, go, words);
        // By itself it would be as wide as the words, which shall be shortened instead.
        head.setMinWidth(0);
        words.maxWidthProperty().bind(head.widthProperty());
        head.getStyleClass().add("head");
        head.setRowValignment(VPos.CENTER);
        return head;
    }

    private static ComboBox<RivalPolicy> policies(String id, String words) {
        var box = new ComboBox<RivalPolicy>();
        box.setId(id);
        box.setAccessibleText(words);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(RivalPolicy policy) {
                        return policy == null ? "" : RivalsViewModel.title(policy);
                    }

                    @Override
                    public RivalPolicy fromString(String text) {
                        return box.getValue();
                    }
                });
        box.getItems().setAll(RivalPolicy.all());
        return box;
    }

    private void paint() {
        var graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        model.standingProperty()
                .get()
                .ifPresent(standing ->
                        renderer.paint(graphics, canvas.getWidth(), canvas.getHeight(), standing));
    }
}
