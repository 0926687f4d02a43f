package cachescope.app.tape;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.app.tape.TapeRenderer.Picture;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Sheets;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.projection.Timeline.Series;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The tape with its transport above it. Pressing or dragging on it moves the playhead. */
public final class TapeView extends VBox implements Screen {
    private static final double MARKER_REACH = 7;

    private final TapeViewModel model;
    private final TapeRenderer renderer;
    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private @Nullable Picture picture;

    public TapeView(TapeViewModel model, Palette palette) {
        this.model = model;
        this.renderer = new TapeRenderer(palette);
        getStyleClass().add("tape");
        getStylesheets().add(Sheets.of(TapeView.class));
        setMinWidth(0);
        var field = new Pane(canvas);
        field.setMinSize(0, 0);
        VBox.setMargin(field, new Insets(0, -TapeRenderer.MARGIN, 0, -TapeRenderer.MARGIN));
        VBox.setVgrow(field, Priority.ALWAYS);
        canvas.widthProperty().bind(field.widthProperty());
        canvas.heightProperty().bind(field.heightProperty());
        canvas.setId("tape");
        canvas.setCursor(Cursor.HAND);
        canvas.widthProperty().addListener((_, _, _) -> paint());
        canvas.heightProperty().addListener((_, _, _) -> paint());
        palette.revisionProperty().addListener((_, _, _) -> paint());
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::seek);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
        canvas.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> tooltip.setText(tell(event.getX(), event.getY())));
        tooltip.setShowDelay(Duration.millis(300));
        tooltip.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(canvas, tooltip);
        getChildren().addAll(new TransportView(model), field);
    }

    @Override
    public void show(Frame frame) {
        model.show(frame);
        var columns =
                TapeColumns.of(
                        frame.whole().timeline(),
                        model.span().end(),
                        (int) Math.ceil(tapeWidth() / TapeRenderer.COLUMN));
        picture =
                new Picture(
                        model.span(),
                        columns,
                        frame.whole().markers().all(),
                        model.time(),
                        model.liveEdge(),
                        frame.ended());
        paint();
    }

    private void paint() {
        if (picture != null && canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            renderer.paint(
                    canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight(), picture);
        }
    }

    private void seek(MouseEvent event) {
        model.playhead().seek(timeAt(event.getX()));
    }

    private double tapeWidth() {
        return Math.max(0, canvas.getWidth() - 2 * TapeRenderer.MARGIN);
    }

    private long timeAt(double x) {
        return model.span().time(x - TapeRenderer.MARGIN, tapeWidth());
    }

    private String tell(double x, double y) {
        return y <= TapeRenderer.MARKS_BOTTOM
                ? markerAt(x).orElseGet(() -> columnAt(x))
                : columnAt(x);
    }

    private Optional<String> markerAt(double x) {
        return picture == null
                ? Optional.empty()
                : picture.markers().stream()
                        .filter(marker ->
                                Math.abs(
                                                model.span().x(marker.at(), tapeWidth())
                                                        + TapeRenderer.MARGIN
                                                        - x)
                                        <= MARKER_REACH)
                        .map(TapeViewModel::sentence)
                        .reduce((first, second) -> first + "\n" + second);
    }

    private String columnAt(double x) {
        var time = Times.clock(timeAt(x));
        if (picture == null || timeAt(x) > picture.liveEdge()) {
            return time;
        }
        var columns = picture.columns();
        int column = columns.columnOf(timeAt(x));
        return time
                + "\n"
                + Counts.perSecond(columns.rate(Series.HITS, column))
                + " hits"
                + "\n"
                + Counts.perSecond(columns.rate(Series.MISSES, column))
                + " misses"
                + "\n"
                + Counts.perSecond(columns.rate(Series.DATABASE_CALLS, column))
                + " database calls"
                + "\n"
                + Counts.perSecond(columns.rate(Series.STALE_READS, column))
                + " stale reads"
                + "\n"
                + Counts.perSecond(columns.rate(Series.FAILURES, column))
                + " failures";
    }
}
