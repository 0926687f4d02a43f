package cachescope.app.tape;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.app.frame.Whole;
import cachescope.app.tape.TapeRenderer.Picture;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Sheets;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.projection.Timeline.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.binding.Bindings;
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

    private static final double FIELD_HEIGHT = 106;

    private final TapeViewModel model;
    private final BranchesViewModel branches;
    private final TapeRenderer renderer;
    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private @Nullable Picture picture;
    private @Nullable Frame last;
    private boolean switching;

    public TapeView(TapeViewModel model, BranchesViewModel branches, Palette palette) {
        this.model = model;
        this.branches = branches;
        this.renderer = new TapeRenderer(palette);
        getStyleClass().add("tape");
        getStylesheets().add(Sheets.of(TapeView.class));
        setMinWidth(0);
        var field = new Pane(canvas);
        field.setMinSize(0, 0);
        field.prefHeightProperty()
                .bind(
                        Bindings.when(branches.branchedProperty())
                                .then(FIELD_HEIGHT + StripLayout.SECOND)
                                .otherwise(FIELD_HEIGHT));
        VBox.setMargin(field, new Insets(0, -TapeRenderer.MARGIN, 0, -TapeRenderer.MARGIN));
        VBox.setVgrow(field, Priority.ALWAYS);
        canvas.widthProperty().bind(field.widthProperty());
        canvas.heightProperty().bind(field.heightProperty());
        canvas.setId("tape");
        canvas.setCursor(Cursor.HAND);
        canvas.widthProperty().addListener((_, _, _) -> cutAnew());
        canvas.heightProperty().addListener((_, _, _) -> paint());
        palette.revisionProperty().addListener((_, _, _) -> paint());
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> tooltip.setText(tell(event.getX(), event.getY())));
        tooltip.setShowDelay(Duration.millis(300));
        tooltip.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(canvas, tooltip);
        getChildren().addAll(new TransportView(model, branches), new BranchesView(branches), field);
    }

    @Override
    public void show(Frame frame) {
        model.show(frame);
        last = frame;
        compose(frame);
    }

    /** The columns are as many as there is room for. */
    private void cutAnew() {
        if (last != null) {
            compose(last);
        }
    }

    private void compose(Frame frame) {
        var side = branches.sideOf(frame.log());
        var strips = new ArrayList<Strip>();
        strips.add(
                new Strip(
                        side,
                        columns(frame.whole()),
                        branches.beginOf(side),
                        model.liveEdge(),
                        frame.ended(),
                        true));
        frame.beside()
                .ifPresent(beside ->
                        strips.add(
                                new Strip(
                                        side.other(),
                                        columns(beside.whole()),
                                        branches.beginOf(side.other()),
                                        beside.liveEdge(),
                                        beside.ended(),
                                        false)));
        strips.sort(Comparator.comparing(Strip::side));
        picture = new Picture(model.span(), strips, frame.whole().markers().all(), model.time());
        paint();
    }

    private TapeColumns columns(Whole whole) {
        return TapeColumns.of(
                whole.timeline(),
                model.span().end(),
                (int) Math.ceil(tapeWidth() / TapeRenderer.COLUMN));
    }

    private void paint() {
        if (picture != null && canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            renderer.paint(
                    canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight(), picture);
        }
    }

    /** On the strip that is not shown a press shows it, at the same time; else it moves there. */
    private void press(MouseEvent event) {
        switching = picture != null && !strip(picture, event.getY()).shown();
        if (switching) {
            branches.toggle();
        } else {
            drag(event);
        }
    }

    private void drag(MouseEvent event) {
        if (!switching) {
            model.playhead().seek(timeAt(event.getX()));
        }
    }

    private Strip strip(Picture of, double y) {
        var layout = StripLayout.of(canvas.getHeight(), of.strips().size() > 1);
        boolean onStrip = y >= StripLayout.TOP && y <= layout.bottom();
        var side = layout.sideAt(y);
        return of.strips().stream()
                .filter(strip -> onStrip && strip.side() == side)
                .findFirst()
                .orElse(of.shown());
    }

    private double tapeWidth() {
        return Math.max(0, canvas.getWidth() - 2 * TapeRenderer.MARGIN);
    }

    private long timeAt(double x) {
        return model.span().time(x - TapeRenderer.MARGIN, tapeWidth());
    }

    private String tell(double x, double y) {
        return y <= TapeRenderer.MARKS_BOTTOM
                ? markerAt(x).orElseGet(() -> columnAt(x, y))
                : columnAt(x, y);
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

    private String columnAt(double x, double y) {
        if (picture == null) {
            return Times.clock(timeAt(x));
        }
        var strip = strip(picture, y);
        var time =
                picture.strips().size() > 1
                        ? strip.side() + "  " + Times.clock(timeAt(x))
                        : Times.clock(timeAt(x));
        if (timeAt(x) > strip.liveEdge() || timeAt(x) < strip.from()) {
            return time;
        }
        var columns = strip.columns();
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
