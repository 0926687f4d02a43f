package cachescope.app.sizing;

import cachescope.app.axis.LinearAxis;
import cachescope.app.axis.LogarithmicAxis;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.app.words.Counts;
import cachescope.engine.sizing.By;
import cachescope.engine.sizing.Curve;
import java.util.OptionalLong;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws miss ratios upright over capacities on a logarithmic scale, and the marks on them. */
final class SizingRenderer {
    private static final double LEFT = 48;
    private static final double RIGHT = 10;
    private static final double TOP = 8;
    private static final double AXIS = 18;
    private static final double DOT = 8;
    private static final double LEGEND = 136;
    private static final double LEGEND_ROW = 15;
    private static final double SWATCH = 24;

    private final Palette palette;
    private final Font small = Fonts.text(11);

    SizingRenderer(Palette palette) {
        this.palette = palette;
    }

    /** The capacity at a place of a chart of that width. */
    static long capacityAt(double x, double width, Shown shown) {
        var axis = axis(shown);
        double share = Math.clamp((x - LEFT) / (width - LEFT - RIGHT), 0, 1);
        long capacity = Math.round(axis.from() * Math.pow(axis.to() / axis.from(), share));
        return Math.clamp(capacity, shown.smallest(), shown.largest());
    }

    private static LogarithmicAxis axis(Shown shown) {
        double smallest = shown.smallest();
        double largest = shown.largest();
        double from = LogarithmicAxis.around(smallest, largest).from();
        return new LogarithmicAxis(from, Math.max(largest, from * 10));
    }

    void paint(GraphicsContext graphics, double width, double height, Shown shown) {
        graphics.clearRect(0, 0, width, height);
        if (shown.curves().isEmpty()) {
            return;
        }
        graphics.setFont(small);
        var field = new Field(axis(shown), width, Math.rint(height - AXIS));
        paintRatios(graphics, field);
        paintCapacities(graphics, field, shown);
        paintTitle(graphics, field, shown);
        shown.marks().stream()
                .filter(mark -> !mark.isOnLine())
                .forEach(mark -> paintInForce(graphics, field, mark));
        shown.pointed().ifPresent(capacity -> paintPointed(graphics, field, shown, capacity));
        shown.curves().reversed().forEach(curve -> paintCurve(graphics, field, curve));
        shown.marks().stream()
                .filter(Mark::isOnLine)
                .forEach(mark -> paintOnLine(graphics, field, mark));
        paintLegend(graphics, field, shown);
    }

    /** Where things are. */
    private record Field(LogarithmicAxis axis, double width, double bottom) {
        double x(long capacity) {
            return xOf((double) capacity);
        }

        double xOf(double capacity) {
            return LEFT + axis.shareOf(capacity) * (width - LEFT - RIGHT);
        }

        double y(double missRatio) {
            return bottom - missRatio * (bottom - TOP);
        }
    }

    private void paintRatios(GraphicsContext graphics, Field field) {
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        for (var tick : new LinearAxis(1).ticks(value -> Math.round(value * 100) + " %")) {
            double y = Math.rint(field.y(tick.value()));
            graphics.setFill(palette.get(Tone.LINE).deriveColor(0, 1, 1, 0.6));
            graphics.fillRect(LEFT, y, field.width - LEFT - RIGHT, 1);
            graphics.setFill(palette.get(Tone.DIM));
            graphics.fillText(tick.label(), LEFT - 8, y);
        }
    }

    private void paintCapacities(GraphicsContext graphics, Field field, Shown shown) {
        graphics.setTextBaseline(VPos.BOTTOM);
        for (var tick : field.axis.ticks(value -> Sizes.mark(value, shown.by()))) {
            double x = Math.rint(field.xOf(tick.value()));
            graphics.setFill(palette.get(Tone.LINE));
            graphics.fillRect(x, field.bottom, 1, 3);
            graphics.setFill(palette.get(Tone.DIM));
            boolean last = x > field.width - 32;
            graphics.setTextAlign(last ? TextAlignment.RIGHT : TextAlignment.CENTER);
            graphics.fillText(tick.label(), last ? field.width - 2 : x, field.bottom + AXIS);
        }
    }

    private void paintTitle(GraphicsContext graphics, Field field, Shown shown) {
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.BOTTOM);
        graphics.setFill(palette.get(Tone.DIM));
        graphics.fillText(
                shown.by() == By.OBJECTS
                        ? "requests that miss, by entries held"
                        : "requests that miss, by bytes held",
                LEFT + 8,
                field.bottom - 3);
    }

    private void paintCurve(GraphicsContext graphics, Field field, Curve curve) {
        var points = curve.points();
        var xs = new double[points.size()];
        var ys = new double[points.size()];
        for (int index = 0; index < xs.length; index++) {
            xs[index] = field.x(points.get(index).capacity());
            ys[index] = field.y(points.get(index).missRatio());
        }
        stroke(graphics, curve);
        if (xs.length == 1) {
            graphics.strokeLine(xs[0] - 2, ys[0], xs[0] + 2, ys[0]);
        } else {
            graphics.strokePolyline(xs, ys, xs.length);
        }
        graphics.setLineDashes();
    }

    private void stroke(GraphicsContext graphics, Curve curve) {
        var stroke = Stroke.of(curve.eviction());
        graphics.setStroke(palette.get(stroke.tone()));
        graphics.setLineWidth(1.75);
        graphics.setLineDashes(stroke.dashes().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void paintInForce(GraphicsContext graphics, Field field, Mark mark) {
        double x = field.x(mark.capacity());
        var colour = palette.get(Tone.MARKER);
        upright(graphics, field, x, colour);
        graphics.setFill(colour);
        graphics.setTextBaseline(VPos.BOTTOM);
        boolean left = x > field.width - LEGEND - RIGHT;
        graphics.setTextAlign(left ? TextAlignment.RIGHT : TextAlignment.LEFT);
        graphics.fillText(mark.words(), left ? x - 5 : x + 5, field.bottom - 3);
    }

    private void paintOnLine(GraphicsContext graphics, Field field, Mark mark) {
        double x = field.x(mark.capacity());
        double y = field.y(mark.missRatio());
        graphics.setFill(palette.get(Tone.GROUND));
        graphics.fillOval(x - DOT / 2 - 1, y - DOT / 2 - 1, DOT + 2, DOT + 2);
        graphics.setFill(palette.get(Tone.BRIGHT));
        graphics.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
        // Below and to the left of a line that falls there is room.
        graphics.setTextBaseline(VPos.TOP);
        boolean right = x < LEFT + LEGEND / 2;
        graphics.setTextAlign(right ? TextAlignment.LEFT : TextAlignment.RIGHT);
        graphics.fillText(mark.words(), right ? x + 7 : x - 7, Math.min(y + 2, field.bottom - 14));
    }

    private void paintPointed(GraphicsContext graphics, Field field, Shown shown, long capacity) {
        double x = field.x(capacity);
        upright(graphics, field, x, palette.get(Tone.DIM));
        graphics.setFill(palette.get(Tone.BRIGHT));
        graphics.setTextBaseline(VPos.BOTTOM);
        boolean left = x > field.width / 2;
        graphics.setTextAlign(left ? TextAlignment.RIGHT : TextAlignment.LEFT);
        graphics.fillText(Sizes.of(capacity, shown.by()), left ? x - 5 : x + 5, field.bottom - 16);
    }

    /** At the upper right, where no curve ever is that falls. */
    private void paintLegend(GraphicsContext graphics, Field field, Shown shown) {
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        double x = field.width - RIGHT - LEGEND;
        double y = TOP + 10;
        for (var curve : shown.curves()) {
            stroke(graphics, curve);
            graphics.strokeLine(x, y, x + SWATCH, y);
            graphics.setLineDashes();
            graphics.setFill(palette.get(Tone.TEXT));
            graphics.fillText(legend(curve, shown.pointed()), x + SWATCH + 6, y);
            y += LEGEND_ROW;
        }
    }

    /** The policy, and which share misses where somebody points. */
    private static String legend(Curve curve, OptionalLong pointed) {
        var label = curve.eviction().label();
        return pointed.isEmpty()
                ? label
                : label + " " + Counts.share(curve.missRatio(pointed.getAsLong()));
    }

    private static void upright(GraphicsContext graphics, Field field, double x, Color colour) {
        graphics.setFill(colour);
        graphics.fillRect(Math.rint(x), TOP, 1, field.bottom - TOP);
    }
}
