package cachescope.app.hierarchy;

import cachescope.app.axis.LogarithmicAxis;
import cachescope.app.hierarchy.Level.Range;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.app.words.Times;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws the rows' latencies on one logarithmic axis: a bar for what is typical, a hollow one for
 * what was found without a network, a dot and a whisker for the run.
 */
final class HierarchyRenderer {
    private static final LogarithmicAxis AXIS = new LogarithmicAxis(1, 1e9);
    private static final int DECADES = 9;
    private static final double MARGIN = 10;
    private static final double BAR = 8;
    private static final double DOT = 7;
    private static final double MARK_ROOM = 48;

    private final Palette palette;
    private final Font small = Fonts.text(11);

    HierarchyRenderer(Palette palette) {
        this.palette = palette;
    }

    /** Draws a head with the axis' marks and then the rows, each as high as the others. */
    void paint(GraphicsContext graphics, double width, double height, double head, List<Row> rows) {
        graphics.clearRect(0, 0, width, height);
        graphics.setFont(small);
        paintAxis(graphics, width, height, head);
        double room = (height - head) / rows.size();
        for (int i = 0; i < rows.size(); i++) {
            paintRow(graphics, width, Math.rint(head + (i + 0.5) * room), rows.get(i));
        }
    }

    private void paintAxis(GraphicsContext graphics, double width, double height, double head) {
        boolean all = (width - 2 * MARGIN) / DECADES >= MARK_ROOM;
        graphics.setTextBaseline(VPos.CENTER);
        int decade = 0;
        for (var tick : AXIS.ticks(Times::roundLength)) {
            double x = Math.rint(x(tick.value(), width));
            boolean written = all || decade % 3 == 0;
            graphics.setFill(
                    palette.get(Tone.LINE).deriveColor(0, 1, 1, decade % 3 == 0 ? 0.9 : 0.4));
            graphics.fillRect(x, head, 1, height - head);
            if (written) {
                graphics.setFill(palette.get(Tone.DIM));
                graphics.setTextAlign(TextAlignment.CENTER);
                double half = MARGIN + 4;
                graphics.fillText(tick.label(), Math.clamp(x, half, width - half), head / 2);
            }
            decade++;
        }
    }

    private void paintRow(GraphicsContext graphics, double width, double y, Row row) {
        var colour = palette.get(row.level().tone());
        graphics.setFill(colour.deriveColor(0, 1, 1, 0.6));
        bar(graphics, row.level().typical(), width, y, true);
        row.level()
                .local()
                .ifPresent(local -> {
                    graphics.setStroke(colour);
                    graphics.setLineWidth(1);
                    bar(graphics, local, width, y, false);
                });
        paintRun(graphics, width, y, row.measured().p50(), row.measured().p99());
    }

    /** A bar over a range; wide enough to be seen where there is one figure. */
    private static void bar(
            GraphicsContext graphics, Range range, double width, double y, boolean filled) {
        double from = x(range.from(), width);
        double to = x(range.to(), width);
        double more = Math.max(0, BAR - (to - from)) / 2;
        double left = Math.rint(from - more);
        double wide = Math.rint(to + more) - left;
        if (filled) {
            graphics.fillRoundRect(left, y - BAR / 2, wide, BAR, 4, 4);
        } else {
            graphics.strokeRoundRect(left + 0.5, y - BAR / 2 + 0.5, wide - 1, BAR - 1, 4, 4);
        }
    }

    private void paintRun(
            GraphicsContext graphics, double width, double y, OptionalLong p50, OptionalLong p99) {
        if (p50.isEmpty() || p99.isEmpty()) {
            return;
        }
        double from = Math.rint(x((double) p50.getAsLong(), width));
        double to = Math.rint(x((double) p99.getAsLong(), width));
        Color bright = palette.get(Tone.BRIGHT);
        graphics.setFill(bright);
        graphics.fillRect(from, y - 1, to - from, 2);
        graphics.fillRect(to - 1, y - 4, 2, 8);
        graphics.setFill(palette.get(Tone.GROUND));
        graphics.fillOval(from - DOT / 2 - 1, y - DOT / 2 - 1, DOT + 2, DOT + 2);
        graphics.setFill(bright);
        graphics.fillOval(from - DOT / 2, y - DOT / 2, DOT, DOT);
    }

    private static double x(double nanos, double width) {
        return MARGIN + AXIS.shareOf(nanos) * (width - 2 * MARGIN);
    }
}
