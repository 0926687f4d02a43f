package cachescope.app.stage;

import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;

/** Draws the lanes: bare, or as wide and bright as the traffic on them is dense. */
final class LaneRenderer {
    private static final double DASH = 10;
    private static final double GAP = 14;
    private static final double DASHES_PER_SECOND = 4;

    private final Palette palette;

    LaneRenderer(Palette palette) {
        this.palette = palette;
    }

    void drawBare(GraphicsContext graphics, StageLayout layout) {
        graphics.setStroke(palette.get(Tone.LINE));
        graphics.setLineWidth(1.5);
        graphics.setLineCap(StrokeLineCap.BUTT);
        for (var node : layout.nodes()) {
            for (var hop : Hop.values()) {
                stroke(graphics, layout.lane(hop, node).line(0));
            }
        }
    }

    /** Draws a band on each lane that grows with its flow, with dashes that move on with time. */
    void drawDense(
            GraphicsContext graphics, StageLayout layout, Flows flows, double screenSeconds) {
        graphics.setLineCap(StrokeLineCap.BUTT);
        for (var node : layout.nodes()) {
            for (var hop : Hop.values()) {
                drawBand(graphics, layout.lane(hop, node), flows.of(hop, node), screenSeconds);
            }
        }
    }

    private void drawBand(
            GraphicsContext graphics, Lane lane, Flows.Flow flow, double screenSeconds) {
        double width = flow.width();
        if (width <= 0) {
            return;
        }
        double misses = width * flow.missShare();
        band(graphics, lane.line(-misses / 2), width - misses, flow.tone(), screenSeconds);
        band(
                graphics,
                lane.line((width - misses) / 2 + 2),
                misses,
                Tone.MISS,
                screenSeconds + 0.12);
    }

    private void band(
            GraphicsContext graphics,
            Lane.Line lane,
            double width,
            Tone tone,
            double screenSeconds) {
        if (width < 0.5) {
            return;
        }
        var colour = palette.get(tone);
        graphics.setLineWidth(width + 2);
        graphics.setStroke(colour.deriveColor(0, 1, 1, 0.28));
        stroke(graphics, lane);
        graphics.setLineWidth(Math.max(1.5, width * 0.55));
        graphics.setStroke(colour.deriveColor(0, 1, 1, 0.9));
        graphics.setLineDashes(DASH, GAP);
        graphics.setLineDashOffset(-screenSeconds * DASHES_PER_SECOND * (DASH + GAP));
        stroke(graphics, lane);
        graphics.setLineDashes();
        graphics.setLineDashOffset(0);
    }

    private static void stroke(GraphicsContext graphics, Lane.Line line) {
        graphics.strokePolyline(line.xs(), line.ys(), line.xs().length);
    }
}
