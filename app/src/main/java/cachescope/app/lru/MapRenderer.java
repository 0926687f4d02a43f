package cachescope.app.lru;

import cachescope.app.lru.ListRenderer.Drawn;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.app.words.Counts;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Draws the hash map as a row of buckets, with a pointer from the one in focus to its node. */
final class MapRenderer {
    /** How high the row with its words is, and without them. */
    static final double HEIGHT = 30;

    static final double TIGHT_HEIGHT = 18;

    private static final double LABEL = 66;
    private static final double CELL = 12;
    private static final double GAP = 4;

    private final Palette palette;

    MapRenderer(Palette palette) {
        this.palette = palette;
    }

    void paint(GraphicsContext graphics, Area area, Picture picture, Map<Cell, Drawn> places) {
        var buckets = picture.buckets();
        graphics.setFont(Fonts.text(11));
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(palette.get(Tone.DIM));
        double y = area.y() + 3;
        graphics.fillText("hash map", area.x(), y + CELL / 2);
        int fitting = (int) ((area.width() - LABEL + GAP) / (CELL + GAP));
        int all = Math.min(buckets.chains().size(), fitting);
        var focus = picture.focus();
        int focused = focus.isEmpty() ? -1 : buckets.placeOf(focus);
        int first = Math.clamp(focused - all / 2L, 0, Math.max(0, buckets.chains().size() - all));
        for (int i = 0; i < all; i++) {
            int bucket = first + i;
            double x = area.x() + LABEL + i * (CELL + GAP);
            boolean filled = !buckets.chains().get(bucket).isEmpty();
            graphics.setFill(palette.get(filled ? Tone.WRITE : Tone.SUNKEN));
            graphics.fillRoundRect(x, y, CELL, CELL, 4, 4);
            if (bucket == focused) {
                graphics.setStroke(palette.get(Tone.STALE));
                graphics.setLineWidth(2);
                graphics.strokeRoundRect(x - 1, y - 1, CELL + 2, CELL + 2, 5, 5);
                pointer(graphics, x + CELL / 2, y - 1, places.get(Cell.of(focus)));
            }
        }
        if (area.height() >= HEIGHT) {
            words(graphics, area, picture, focused);
        }
    }

    /** From the bucket to the node that it leads to. */
    private void pointer(GraphicsContext graphics, double x, double y, @Nullable Drawn node) {
        if (node == null) {
            return;
        }
        double toX = node.area().centre();
        double toY = node.area().bottom() + 1;
        graphics.setStroke(palette.get(Tone.STALE).deriveColor(0, 1, 1, 0.75));
        graphics.setLineWidth(1.2);
        graphics.setLineDashes(4, 3);
        graphics.beginPath();
        graphics.moveTo(x, y);
        graphics.bezierCurveTo(x, y - 14, toX, toY + 18, toX, toY);
        graphics.stroke();
        graphics.setLineDashes();
    }

    private void words(GraphicsContext graphics, Area area, Picture picture, int focused) {
        var buckets = picture.buckets();
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(palette.get(Tone.DIM));
        double y = area.y() + CELL + 12;
        if (focused < 0) {
            graphics.fillText(Counts.whole(buckets.length()) + " buckets", area.x() + LABEL, y);
            return;
        }
        var chain = buckets.chains().get(focused);
        var focus = picture.focus();
        var told =
                "hash(%s) & %s = bucket %s"
                        .formatted(
                                KeyWords.fitting(focus, 100, 11),
                                Counts.whole(buckets.length() - 1),
                                Counts.whole(buckets.from() + focused));
        var chained = chain.size() > 1 ? " · chain of " + chain.size() : "";
        graphics.fillText(told + chained, area.x() + LABEL, y, area.width() - LABEL);
    }
}
