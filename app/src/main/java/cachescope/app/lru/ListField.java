package cachescope.app.lru;

import cachescope.app.theme.Palette;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The drawn list with the hash map and the ribbon below it, and beside them the lines of the
 * operation, of which the one that runs stands out.
 */
final class ListField extends HBox {
    private static final PseudoClass RUNS = PseudoClass.getPseudoClass("runs");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    /** Where it is lower than that, the hash map does without words. */
    private static final double TIGHT = 140;

    private final Canvas canvas = new Canvas();
    private final VBox lines = new VBox();
    private final Label operation = new Label();
    private final ListRenderer list;
    private final MapRenderer map;
    private final RibbonRenderer ribbon;
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
    private Consumer<String> onSelect = _ -> {};
    private final Tooltip told = new Tooltip();
    private boolean tells;
    private Picture picture = Picture.EMPTY;

    /**
     * @param id of the canvas
     */
    ListField(String id, Palette palette, Consumer<Integer> step) {
        list = new ListRenderer(palette);
        map = new MapRenderer(palette);
        ribbon = new RibbonRenderer(palette);
        getStyleClass().add("list-field");
        var field = new Pane(canvas);
        field.setMinSize(0, 0);
        field.setPrefSize(0, 0);
        HBox.setHgrow(field, Priority.ALWAYS);
        setMinHeight(0);
        canvas.setId(id);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setFocusTraversable(true);
        canvas.setOnMouseClicked(this::click);
        canvas.setOnMouseMoved(this::tellKey);
        canvas.widthProperty().bind(field.widthProperty());
        canvas.heightProperty().bind(field.heightProperty());
        canvas.widthProperty().addListener((_, _, _) -> paint());
        canvas.heightProperty().addListener((_, _, _) -> paint());
        palette.revisionProperty().addListener((_, _, _) -> paint());
        getChildren().addAll(field, code(id, step));
    }

    private Node code(String id, Consumer<Integer> step) {
        operation.getStyleClass().addAll("operation", "mono");
        operation.setId(id + "-operation");
        operation.setMinWidth(0);
        operation.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(operation, Priority.ALWAYS);
        var head =
                new HBox(
                        operation,
                        button(id + "-back", Feather.CHEVRON_LEFT, "One line back", -1, step),
                        button(id + "-on", Feather.CHEVRON_RIGHT, "One line on", 1, step));
        head.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add("lines");
        lines.setId(id + "-lines");
        var code = new VBox(head, lines);
        code.getStyleClass().add("code");
        code.setMinHeight(0);
        return code;
    }

    private static Button button(
            String id, Feather icon, String words, int lines, Consumer<Integer> step) {
        var button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "step");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> step.accept(lines));
        return button;
    }

    /** How many entries are drawn. */
    ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Canvas canvas() {
        return canvas;
    }

    /** What to do with the key of a node that is clicked. */
    void onSelect(Consumer<String> action) {
        onSelect = action;
    }

    void show(Picture next, String told) {
        boolean sameLines = picture.steps().equals(next.steps());
        picture = next;
        operation.setText(told);
        if (!sameLines || lines.getChildren().isEmpty()) {
            lines.getChildren().setAll(next.steps().stream().map(ListField::line).toList());
        }
        for (int i = 0; i < lines.getChildren().size(); i++) {
            var line = lines.getChildren().get(i);
            line.pseudoClassStateChanged(RUNS, i == next.step());
            line.pseudoClassStateChanged(DONE, i < next.step());
        }
        paint();
    }

    private static Label line(Step step) {
        var label = new Label(step.line());
        label.getStyleClass().addAll("line", "mono");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        return label;
    }

    private double mapHeight() {
        return canvas.getHeight() < TIGHT ? MapRenderer.TIGHT_HEIGHT : MapRenderer.HEIGHT;
    }

    private ListLayout places() {
        double below = mapHeight() + RibbonRenderer.HEIGHT + 6;
        return new ListLayout(
                canvas.getWidth(), Math.max(40, canvas.getHeight() - below), picture.wanted());
    }

    private void click(MouseEvent click) {
        canvas.requestFocus();
        keyAt(click).ifPresent(onSelect);
    }

    /** The whole key of the node below the mouse. */
    private void tellKey(MouseEvent mouse) {
        var key = keyAt(mouse);
        key.ifPresent(told::setText);
        if (key.isPresent() && !tells) {
            Tooltip.install(canvas, told);
        } else if (key.isEmpty() && tells) {
            Tooltip.uninstall(canvas, told);
        }
        tells = key.isPresent();
    }

    private Optional<String> keyAt(MouseEvent mouse) {
        return ListRenderer.places(places(), picture).entrySet().stream()
                .filter(entry -> entry.getKey().isEntry())
                .filter(entry -> entry.getValue().area().contains(mouse.getX(), mouse.getY()))
                .findFirst()
                .map(entry -> entry.getKey().key());
    }

    private void paint() {
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        var graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        var layout = places();
        var cells = picture.current().order().cells(layout.places());
        shown.set((int) cells.stream().filter(Cell::isEntry).count());
        double y = canvas.getHeight() - RibbonRenderer.HEIGHT;
        ribbon.paint(graphics, new Area(0, y, canvas.getWidth(), RibbonRenderer.HEIGHT), picture);
        map.paint(
                graphics,
                new Area(0, y - mapHeight() - 2, canvas.getWidth(), mapHeight()),
                picture,
                ListRenderer.places(layout, picture));
        list.paint(graphics, layout, picture);
    }
}
