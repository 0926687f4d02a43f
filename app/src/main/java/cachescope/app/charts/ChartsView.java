package cachescope.app.charts;

import cachescope.app.theme.Palette;
import cachescope.app.theme.Sheets;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/** Some charts: side by side where the room is wide, below each other where it is not. */
public final class ChartsView extends StackPane {
    private static final double WIDE = 1.9;

    /**
     * Charts of a model, which is told of each frame by itself. Charts that share a model share
     * their axis of time and the place that the mouse points at.
     */
    public ChartsView(List<Chart> charts, ChartsViewModel model, Palette palette) {
        getStyleClass().add("charts");
        getStylesheets().add(Sheets.of(ChartsView.class));
        setMinSize(0, 0);
        var views = charts.stream().map(chart -> new ChartView(chart, model, palette)).toList();
        var empty = new Label("Nothing has happened yet.");
        empty.getStyleClass().add("dim");
        empty.visibleProperty().bind(model.emptyProperty());
        empty.setMouseTransparent(true);
        var rows = new Rows(views);
        rows.visibleProperty().bind(model.emptyProperty().not());
        getChildren().addAll(rows, empty);
    }

    /** Gives each view the same room. */
    private static final class Rows extends Pane {
        private static final double GAP = 8;

        Rows(List<ChartView> views) {
            setMinSize(0, 0);
            getChildren().addAll(views);
        }

        @Override
        protected void layoutChildren() {
            int count = getChildren().size();
            boolean wide = getWidth() > WIDE * getHeight();
            double width =
                    wide ? Math.floor((getWidth() - (count - 1) * 2 * GAP) / count) : getWidth();
            double height =
                    wide ? getHeight() : Math.floor((getHeight() - (count - 1) * GAP) / count);
            for (int i = 0; i < count; i++) {
                double x = wide ? i * (width + 2 * GAP) : 0;
                double y = wide ? 0 : i * (height + GAP);
                getChildren().get(i).resizeRelocate(x, y, width, height);
            }
        }
    }
}
