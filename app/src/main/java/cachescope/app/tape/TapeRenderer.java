package cachescope.app.tape;

import cachescope.app.axis.TimeAxis;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.engine.projection.Markers.Marker;
import cachescope.engine.projection.Timeline.Series;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * Draws the tape from top to bottom: marks with words, stale reads and failures, the columns, the
 * axis, the playhead.
 */
final class TapeRenderer {
    /** How wide a column is, the gap beside it included. */
    static final int COLUMN = 4;

    /** The room at both sides into which the playhead and marks at the ends reach. */
    static final double MARGIN = 8;

    /** How far the marks and their words reach down. */
    static final double MARKS_BOTTOM = 18;

    private static final double TICKS_TOP = 20;
    private static final double AXIS_HEIGHT = 18;
    private static final double AXIS_MARK_ROOM = 96;

    /** Where markers stand closer together they would hide the tape behind their lines. */
    private static final double LINES_APART_MIN = 8;

    private final Palette palette;
    private final StripRenderer strips;
    private final Font small = Fonts.text(11);

    TapeRenderer(Palette palette) {
        this.palette = palette;
        this.strips = new StripRenderer(palette);
    }

    /**
     * What is drawn at once.
     *
     * @param strips one, or two of which the second lies below the first
     * @param markers those of the run that is shown
     * @param time where the playhead stands
     */
    record Picture(TapeSpan span, List<Strip> strips, List<Marker> markers, long time) {

        /** The run that is shown. */
        Strip shown() {
            return strips.stream().filter(Strip::shown).findFirst().orElse(strips.getFirst());
        }
    }

    void paint(GraphicsContext graphics, double canvasWidth, double height, Picture picture) {
        graphics.clearRect(0, 0, canvasWidth, height);
        graphics.save();
        graphics.translate(MARGIN, 0);
        paint(graphics, canvasWidth - 2 * MARGIN, height, picture, picture.span());
        graphics.restore();
    }

    private void paint(
            GraphicsContext graphics, double width, double height, Picture picture, TapeSpan span) {
        var layout = StripLayout.of(height, picture.strips().size() > 1);
        double highest =
                picture.strips().stream()
                        .mapToDouble(strip -> strip.columns().highest())
                        .max()
                        .orElse(0);
        for (var strip : picture.strips()) {
            double top = layout.top(strip.side());
            double bottom = layout.bottom(strip.side());
            double scale = highest == 0 ? 0 : (bottom - top - 2) / highest;
            strips.paint(graphics, strip, span, width, top, bottom, scale);
        }
        paintTicks(graphics, picture.shown().columns());
        paintAxis(graphics, span, width, layout.bottom());
        paintMarkers(graphics, picture, width, layout);
        paintPlayhead(graphics, Math.rint(span.x(picture.time(), width)), layout.bottom());
    }

    private void paintTicks(GraphicsContext graphics, TapeColumns columns) {
        for (int i = 0; i < columns.size(); i++) {
            double x = i * (double) COLUMN;
            if (columns.any(Series.STALE_READS, i)) {
                graphics.setFill(palette.get(Tone.STALE));
                graphics.fillRect(x, TICKS_TOP, COLUMN - 1, 5);
            }
            if (columns.any(Series.FAILURES, i)) {
                graphics.setStroke(palette.get(Tone.FAILED));
                graphics.setLineWidth(1.5);
                graphics.strokeLine(x - 0.5, TICKS_TOP + 6.5, x + 3.5, TICKS_TOP + 10.5);
                graphics.strokeLine(x + 3.5, TICKS_TOP + 6.5, x - 0.5, TICKS_TOP + 10.5);
            }
        }
    }

    private void paintAxis(GraphicsContext graphics, TapeSpan span, double width, double bottom) {
        graphics.setFont(small);
        graphics.setTextBaseline(VPos.BOTTOM);
        for (var tick :
                TimeAxis.ofClock(0, span.end(), (int) Math.max(2, width / AXIS_MARK_ROOM))) {
            double x = Math.rint(span.x((long) tick.value(), width));
            graphics.setFill(palette.get(Tone.LINE));
            graphics.fillRect(Math.min(x, width - 1), bottom, 1, 4);
            graphics.setFill(palette.get(Tone.DIM));
            graphics.setTextAlign(
                    x < 24
                            ? TextAlignment.LEFT
                            : x > width - 24 ? TextAlignment.RIGHT : TextAlignment.CENTER);
            graphics.fillText(tick.label(), x, bottom + AXIS_HEIGHT);
        }
        graphics.setFill(palette.get(Tone.LINE));
        graphics.fillRect(0, bottom, width, 1);
    }

    private void paintMarkers(
            GraphicsContext graphics, Picture picture, double width, StripLayout layout) {
        double top = layout.top(picture.shown().side());
        double bottom = layout.bottom(picture.shown().side());
        var marks =
                picture.markers().stream()
                        .map(marker -> Math.rint(picture.span().x(marker.at(), width)))
                        .toList();
        var words = picture.markers().stream().map(MarkerWords::of).toList();
        var labels = MarkerLabels.place(marks, words, width, widthOf(small));
        graphics.setFont(small);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        double lastLine = -LINES_APART_MIN;
        for (int i = 0; i < marks.size(); i++) {
            double x = marks.get(i);
            var colour = palette.get(toneOf(picture.markers().get(i)));
            graphics.setFill(colour.deriveColor(0, 1, 1, 0.6));
            boolean isOfThis = picture.markers().get(i).at() >= picture.shown().from();
            if (isOfThis && x - lastLine >= LINES_APART_MIN) {
                lastLine = x;
                graphics.fillRect(x, top, 1, bottom - top);
            }
            graphics.setFill(colour);
            graphics.fillPolygon(new double[] {x, x + 5, x, x - 5}, new double[] {3, 9, 15, 9}, 4);
            graphics.setFill(palette.get(Tone.TEXT));
            graphics.fillText(labels.get(i).words(), labels.get(i).x(), 9);
        }
    }

    private void paintPlayhead(GraphicsContext graphics, double x, double bottom) {
        graphics.setFill(palette.get(Tone.BRIGHT));
        graphics.fillRect(x - 0.75, StripLayout.TOP - 10, 1.5, bottom - StripLayout.TOP + 10);
        graphics.fillPolygon(
                new double[] {x - 7, x + 7, x + 7, x, x - 7},
                new double[] {
                    StripLayout.TOP - 14,
                    StripLayout.TOP - 14,
                    StripLayout.TOP - 8,
                    StripLayout.TOP - 1,
                    StripLayout.TOP - 8
                },
                5);
    }

    private static Tone toneOf(Marker marker) {
        return switch (marker.kind()) {
            case STRATEGY_CHANGED, PACE_CHANGED, DISTURBED -> Tone.MARKER;
            case TIER_FAILED, NODE_STOPPED, WRITE_REJECTED, DEAD_LETTER, WRITE_LOST -> Tone.FAILED;
            case TIER_RECOVERED, NODE_STARTED -> Tone.HIT;
            case FIRST_STALE_READ -> Tone.STALE;
            case LOAD_BURST -> Tone.DATABASE_CALL;
            case EVICTION_STORM -> Tone.MISS;
            case RUN_ENDED -> Tone.DIM;
        };
    }

    private static ToDoubleFunction<String> widthOf(Font font) {
        var measure = new Text();
        measure.setFont(font);
        return words -> {
            measure.setText(words);
            return measure.getLayoutBounds().getWidth();
        };
    }
}
