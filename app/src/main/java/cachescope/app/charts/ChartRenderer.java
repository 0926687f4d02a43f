package cachescope.app.charts;

import cachescope.app.axis.TimeAxis;
import cachescope.app.charts.Points.Point;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws one chart: axes, changes of strategy, the line over its area, the playhead and where the
 * mouse points.
 */
final class ChartRenderer {
    /** The room at the left, the same in all charts so that their times stand above each other. */
    static final double LEFT = 56;

    private static final double RIGHT = 8;
    private static final double TOP = 6;
    private static final double AXIS = 18;
    private static final double TIME_MARK_ROOM = 80;
    private static final double VALUE_MARK_ROOM = 16;

    private final Palette palette;
    private final Chart chart;
    private final Font small = Fonts.text(11);

    ChartRenderer(Palette palette, Chart chart) {
        this.palette = palette;
        this.chart = chart;
    }

    /** The time at a place of a chart of that width. */
    static long timeAt(double x, double width, long span) {
        return Math.clamp(Math.round((x - LEFT) / (width - LEFT - RIGHT) * span), 0, span);
    }

    void paint(GraphicsContext graphics, double width, double height, ChartsViewModel model) {
        graphics.clearRect(0, 0, width, height);
        double bottom = Math.rint(height - AXIS);
        double scale = (width - LEFT - RIGHT) / model.span();
        var axis = ValueAxis.of(chart, model.points());
        paintValues(graphics, axis, width, bottom);
        paintTimes(graphics, model.span(), scale, width, bottom);
        for (long change : model.changes()) {
            upright(
                    graphics,
                    LEFT + change * scale,
                    bottom,
                    palette.get(Tone.MARKER).deriveColor(0, 1, 1, 0.8));
        }
        for (var run : runs(model.points())) {
            paintRun(graphics, run, axis, scale, bottom);
        }
        upright(
                graphics,
                LEFT + Math.min(model.time(), model.span()) * scale,
                bottom,
                palette.get(Tone.BRIGHT));
        model.pointed()
                .ifPresent(
                        at -> upright(graphics, LEFT + at * scale, bottom, palette.get(Tone.DIM)));
    }

    private void paintValues(
            GraphicsContext graphics, ValueAxis axis, double width, double bottom) {
        graphics.setFont(small);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        double lastY = Double.MAX_VALUE;
        for (var tick : axis.ticks()) {
            double y = y(axis.share().applyAsDouble(tick.value()), bottom);
            graphics.setFill(palette.get(Tone.LINE).deriveColor(0, 1, 1, 0.6));
            graphics.fillRect(LEFT, Math.rint(y), width - LEFT - RIGHT, 1);
            if (lastY - y >= VALUE_MARK_ROOM) {
                graphics.setFill(palette.get(Tone.DIM));
                graphics.fillText(tick.label(), LEFT - 8, y);
                lastY = y;
            }
        }
    }

    private void paintTimes(
            GraphicsContext graphics, long span, double scale, double width, double bottom) {
        graphics.setTextBaseline(VPos.BOTTOM);
        for (var tick :
                TimeAxis.ofClock(0, span, (int) Math.max(2, (width - LEFT) / TIME_MARK_ROOM))) {
            double x = Math.rint(LEFT + tick.value() * scale);
            graphics.setFill(palette.get(Tone.LINE));
            graphics.fillRect(x, bottom, 1, 3);
            graphics.setFill(palette.get(Tone.DIM));
            graphics.setTextAlign(alignment(x, width));
            graphics.fillText(tick.label(), Math.min(x, width), bottom + AXIS);
        }
    }

    private static TextAlignment alignment(double x, double width) {
        if (x <= LEFT) {
            return TextAlignment.LEFT;
        }
        return x > width - 32 ? TextAlignment.RIGHT : TextAlignment.CENTER;
    }

    /** A line has a gap where there is no value. */
    private List<List<Point>> runs(List<Point> points) {
        var runs = new ArrayList<List<Point>>();
        var run = new ArrayList<Point>();
        for (var point : points) {
            if (chart.of(point.trailing()).isPresent()) {
                run.add(point);
            } else if (!run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private void paintRun(
            GraphicsContext graphics,
            List<Point> run,
            ValueAxis axis,
            double scale,
            double bottom) {
        int count = run.size();
        var xs = new double[count + 2];
        var ys = new double[count + 2];
        for (int i = 0; i < count; i++) {
            OptionalDouble value = chart.of(run.get(i).trailing());
            xs[i] = LEFT + run.get(i).middle() * scale;
            ys[i] = y(axis.share().applyAsDouble(value.orElse(0)), bottom);
        }
        xs[count] = xs[count - 1];
        ys[count] = bottom;
        xs[count + 1] = xs[0];
        ys[count + 1] = bottom;
        var colour = palette.get(chart.tone());
        graphics.setFill(colour.deriveColor(0, 1, 1, 0.16));
        graphics.fillPolygon(xs, ys, count + 2);
        graphics.setStroke(colour);
        graphics.setLineWidth(1.5);
        if (count == 1) {
            graphics.strokeLine(xs[0] - 1, ys[0], xs[0] + 1, ys[0]);
        } else {
            graphics.strokePolyline(xs, ys, count);
        }
    }

    private static double y(double share, double bottom) {
        return bottom - share * (bottom - TOP);
    }

    private static void upright(GraphicsContext graphics, double x, double bottom, Color colour) {
        graphics.setFill(colour);
        graphics.fillRect(Math.rint(x), TOP, 1, bottom - TOP);
    }
}
