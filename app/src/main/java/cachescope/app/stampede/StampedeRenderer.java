package cachescope.app.stampede;

import cachescope.app.stampede.StampedeLayout.Area;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.engine.projection.stampede.HotKey;
import cachescope.engine.projection.stampede.Reader;
import cachescope.engine.projection.stampede.SharedEntry;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws the life of the key's entry, and gives the rest to those who draw it. */
final class StampedeRenderer {
    private static final double BAR = 8;

    private final Palette palette;
    private final QueueRenderer queue;
    private final PastRenderer past;
    private final Font small = Fonts.text(11);

    StampedeRenderer(Palette palette) {
        this.palette = palette;
        this.queue = new QueueRenderer(palette);
        this.past = new PastRenderer(palette);
    }

    void paint(GraphicsContext graphics, double width, double height, Moment moment) {
        graphics.clearRect(0, 0, width, height);
        var layout = StampedeLayout.of(width, height);
        moment.key().ifPresent(key -> paintLife(graphics, layout.life(), key, moment.time()));
        queue.paint(graphics, layout.queue(), moment);
        past.paint(graphics, layout.past(), moment);
    }

    /** From when the entry was written to its expiry, and how much of that is over. */
    private void paintLife(GraphicsContext graphics, Area area, HotKey key, long time) {
        graphics.setFont(small);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(palette.get(Tone.DIM));
        graphics.fillText("Entry in Redis", area.x(), area.y());
        graphics.setTextAlign(TextAlignment.RIGHT);
        double y = area.bottom() - BAR;
        graphics.setFill(palette.get(Tone.SUNKEN));
        graphics.fillRoundRect(area.x(), y, area.width(), BAR, BAR, BAR);
        if (key.entry().isEmpty()) {
            graphics.setFill(palette.get(Tone.FAILED));
            graphics.fillText("none: dropped or not loaded yet", area.right(), area.y());
            return;
        }
        var entry = key.entry().get();
        boolean over = entry.expiresAt() <= time;
        graphics.setFill(palette.get(over ? Tone.FAILED : Tone.TEXT));
        graphics.fillText(StampedeWords.life(entry, time), area.right(), area.y());
        double gone = over ? 1 : share(entry, time);
        if (over) {
            graphics.setStroke(palette.get(Tone.MISS));
            graphics.setLineWidth(1.5);
            graphics.strokeRoundRect(
                    area.x() + 0.75, y + 0.75, area.width() - 1.5, BAR - 1.5, BAR, BAR);
        } else {
            double from = area.x() + area.width() * gone;
            graphics.setFill(palette.get(Tone.HIT));
            graphics.fillRoundRect(from, y, Math.max(3, area.right() - from), BAR, BAR, BAR);
        }
        paintRefresh(graphics, area, key, entry, y);
    }

    /** A load that began before the expiry, as a pill where it began. */
    private void paintRefresh(
            GraphicsContext graphics, Area area, HotKey key, SharedEntry entry, double y) {
        long began = key.round().firstLoadAt();
        if (began == Reader.NOT || began >= entry.expiresAt() || began < entry.writtenAt()) {
            return;
        }
        double x = area.x() + area.width() * share(entry, began);
        graphics.setFill(palette.get(Tone.GROUND));
        graphics.fillRoundRect(x - 7, y - 2, 14, BAR + 4, BAR, BAR);
        graphics.setFill(palette.get(Tone.BACKGROUND));
        graphics.fillRoundRect(x - 5, y, 10, BAR, BAR, BAR);
    }

    private static double share(SharedEntry entry, long time) {
        if (entry.expiresAt() == Long.MAX_VALUE) {
            return 0;
        }
        double whole = Math.max(1, entry.expiresAt() - entry.writtenAt());
        return Math.clamp((time - entry.writtenAt()) / whole, 0, 1);
    }
}
