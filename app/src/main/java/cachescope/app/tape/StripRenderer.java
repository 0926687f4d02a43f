package cachescope.app.tape;

import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.engine.projection.Timeline.Series;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws one run: hits and misses on top of each other, and a line of database calls. */
final class StripRenderer {
    private static final double PALE = 0.4;

    /** How much room is needed to say that a branch is the same up to its time. */
    private static final double SAME_ROOM = 96;

    private final Palette palette;
    private final Font small = Fonts.text(11);

    StripRenderer(Palette palette) {
        this.palette = palette;
    }

    /**
     * Paints a strip between two heights; pale if it is not the one shown.
     *
     * @param scale pixels for one a second
     */
    void paint(
            GraphicsContext graphics,
            Strip strip,
            TapeSpan span,
            double width,
            double top,
            double bottom,
            double scale) {
        double edge = Math.rint(span.x(strip.liveEdge(), width));
        double from = Math.rint(span.x(strip.from(), width));
        graphics.save();
        graphics.setFill(palette.get(Tone.RAISED));
        graphics.fillRect(from, top, Math.max(0, edge - from), bottom - top);
        if (from >= SAME_ROOM) {
            graphics.setFont(small);
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.setFill(palette.get(Tone.DIM));
            graphics.fillText("the same as A", from - 8, (top + bottom) / 2);
        }
        graphics.setGlobalAlpha(strip.shown() ? 1 : PALE);
        int first = strip.columns().columnOf(strip.from());
        paintColumns(graphics, strip.columns(), first, bottom, scale);
        paintDatabaseCalls(graphics, strip.columns(), first, bottom, scale);
        if (!strip.ended()) {
            graphics.setFill(palette.get(Tone.HIT));
            graphics.fillRect(edge, top, 1, bottom - top);
        }
        graphics.restore();
    }

    private void paintColumns(
            GraphicsContext graphics, TapeColumns columns, int first, double bottom, double scale) {
        for (int i = first; i < columns.size(); i++) {
            double x = i * (double) TapeRenderer.COLUMN;
            double hits = Math.rint(columns.rate(Series.HITS, i) * scale);
            double misses = Math.rint(columns.rate(Series.MISSES, i) * scale);
            if (columns.any(Series.MISSES, i)) {
                misses = Math.max(1, misses);
            }
            graphics.setFill(palette.get(Tone.HIT));
            graphics.fillRect(x, bottom - hits, TapeRenderer.COLUMN - 1, hits);
            graphics.setFill(palette.get(Tone.MISS));
            graphics.fillRect(x, bottom - hits - misses, TapeRenderer.COLUMN - 1, misses);
        }
    }

    private void paintDatabaseCalls(
            GraphicsContext graphics, TapeColumns columns, int first, double bottom, double scale) {
        graphics.setLineWidth(3.5);
        graphics.setStroke(palette.get(Tone.PANEL).deriveColor(0, 1, 1, 0.55));
        for (int pass = 0; pass < 2; pass++) {
            graphics.beginPath();
            for (int i = first; i < columns.size(); i++) {
                double x = i * (double) TapeRenderer.COLUMN + 1.5;
                double y = bottom - columns.rate(Series.DATABASE_CALLS, i) * scale - 0.75;
                if (columns.rate(Series.REQUESTS, i) == 0
                        && !columns.any(Series.DATABASE_CALLS, i)) {
                    graphics.moveTo(x, bottom - 0.75);
                } else {
                    graphics.lineTo(x, y);
                }
            }
            graphics.stroke();
            graphics.setLineWidth(1.5);
            graphics.setStroke(palette.get(Tone.DATABASE_CALL));
        }
    }
}
