package cachescope.app.charts;

import cachescope.app.theme.Palette;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One chart: its name, its value now, its picture. */
final class ChartView extends VBox {
    private final Chart chart;
    private final ChartsViewModel model;
    private final ChartRenderer renderer;
    private final Canvas canvas = new Canvas();

    ChartView(Chart chart, ChartsViewModel model, Palette palette) {
        this.chart = chart;
        this.model = model;
        this.renderer = new ChartRenderer(palette, chart);
        getStyleClass().add("chart-view");
        var field = new Pane(canvas);
        field.setMinSize(0, 0);
        VBox.setVgrow(field, Priority.ALWAYS);
        canvas.widthProperty().bind(field.widthProperty());
        canvas.heightProperty().bind(field.heightProperty());
        canvas.widthProperty().addListener((_, _, _) -> paint());
        canvas.heightProperty().addListener((_, _, _) -> paint());
        palette.revisionProperty().addListener((_, _, _) -> paint());
        model.showsProperty().addListener((_, _, _) -> paint());
        canvas.setOnMouseMoved(event ->
                model.pointAt(ChartRenderer.timeAt(event.getX(), canvas.getWidth(), model.span())));
        canvas.setOnMouseExited(_ -> model.pointAway());
        getChildren().addAll(head(), field);
    }

    private Region head() {
        var title = new Label(chart.title());
        title.getStyleClass().add("chart-title");
        title.setTooltip(new Tooltip(chart.sentence()));
        var moment = new Label();
        moment.getStyleClass().addAll("dim", "small");
        moment.textProperty().bind(model.momentProperty());
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var value = new Label();
        value.setId("chart-" + chart.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        value.getStyleClass().add("chart-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.textProperty().bind(model.valueProperty(chart));
        var head = new HBox(title, moment, spacer, value);
        head.getStyleClass().add("chart-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private void paint() {
        if (canvas.getWidth() > ChartRenderer.LEFT * 2 && canvas.getHeight() > 0) {
            renderer.paint(
                    canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight(), model);
        }
    }
}
