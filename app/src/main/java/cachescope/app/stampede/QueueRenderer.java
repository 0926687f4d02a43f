package cachescope.app.stampede;

import cachescope.app.stampede.StampedeLayout.Area;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.app.words.Counts;
import cachescope.app.words.NodeWords;
import cachescope.engine.projection.stampede.Reader;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws who is busy with the key: those who ask, those who wait, who holds the lock, and who loads;
 * a mark for each, by its shape: a dot asks, a ring waits, a square loads, a pill works in the
 * background.
 */
final class QueueRenderer {
    private static final double GAP = 8;
    private static final double PAD = 9;
    private static final double MARK = 8;
    private static final double STEP = 12;
    private static final double HEAD = 22;
    private static final double ROOM_FOR_WORDS = 44;

    private final Palette palette;
    private final Font bold = Fonts.bold(12);
    private final Font small = Fonts.text(11);

    QueueRenderer(Palette palette) {
        this.palette = palette;
    }

    void paint(GraphicsContext graphics, Area area, Moment moment) {
        double width = Math.floor((area.width() - 3 * GAP) / 4);
        box(graphics, area, 0, width, "Asking", Tone.TIER_APP, moment.asking());
        box(graphics, area, width + GAP, width, "Waiting", Tone.TIER_APP, moment.waiting());
        lock(
                graphics,
                new Area(area.x() + 2 * (width + GAP), area.y(), width, area.height()),
                moment);
        box(
                graphics,
                area,
                3 * (width + GAP),
                width,
                "Loading",
                Tone.TIER_DATABASE,
                moment.loading());
    }

    private void box(
            GraphicsContext graphics,
            Area area,
            double x,
            double width,
            String title,
            Tone tone,
            List<Reader> readers) {
        var box = new Area(area.x() + x, area.y(), width, area.height());
        frame(graphics, box, tone, readers.isEmpty());
        title(graphics, box, title, Counts.whole(readers.size()), readers.isEmpty());
        int perRow = (int) Math.max(1, Math.floor((width - 2 * PAD + STEP - MARK) / STEP));
        int rows = (int) Math.floor((box.height() - HEAD - 4) / STEP);
        int room = perRow * rows;
        for (int i = 0; i < Math.min(room, readers.size()); i++) {
            double left = box.x() + PAD + i % perRow * STEP;
            double top = box.y() + HEAD + 2 + Math.floorDiv(i, perRow) * STEP;
            if (i == room - 1 && readers.size() > room) {
                graphics.setFill(palette.get(Tone.DIM));
                graphics.setTextAlign(TextAlignment.LEFT);
                graphics.fillText("…", left, top + MARK / 2);
            } else {
                mark(graphics, readers.get(i), left, top);
            }
        }
    }

    private void mark(GraphicsContext graphics, Reader reader, double x, double y) {
        if (reader.background()) {
            graphics.setFill(palette.get(Tone.BACKGROUND));
            graphics.fillRoundRect(x - 1, y + 1.5, MARK + 2, MARK - 3, 5, 5);
        } else if (reader.loads()) {
            graphics.setFill(palette.get(Tone.MISS));
            graphics.fillRoundRect(x, y, MARK, MARK, 2, 2);
        } else if (reader.waits()) {
            graphics.setStroke(palette.get(Tone.WARNING));
            graphics.setLineWidth(1.8);
            graphics.strokeOval(x + 1, y + 1, MARK - 2, MARK - 2);
        } else {
            graphics.setFill(palette.get(Tone.READ));
            graphics.fillOval(x, y, MARK, MARK);
        }
    }

    private void lock(GraphicsContext graphics, Area box, Moment moment) {
        var lock = moment.lock();
        frame(graphics, box, Tone.TIER_REDIS, lock.isEmpty());
        if (lock.isEmpty()) {
            boolean taken = moment.locking() != Moment.Locking.NONE;
            title(graphics, box, "Lock", taken ? "free" : "none", true);
            return;
        }
        boolean roomy = box.height() >= ROOM_FOR_WORDS + 16;
        title(graphics, box, "Lock", "held", false);
        graphics.setFont(small);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(palette.get(Tone.TEXT));
        double y = box.y() + HEAD + 8;
        graphics.fillText("by " + NodeWords.title(lock.get().node()), box.x() + PAD, y);
        if (roomy) {
            graphics.setFill(palette.get(Tone.DIM));
            graphics.fillText(StampedeWords.lock(lock.get(), moment.time()), box.x() + PAD, y + 16);
        }
    }

    private void title(
            GraphicsContext graphics, Area box, String title, String count, boolean idle) {
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(bold);
        graphics.setFill(palette.get(idle ? Tone.DIM : Tone.BRIGHT));
        graphics.fillText(title, box.x() + PAD, box.y() + HEAD / 2 + 1);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setFont(small);
        graphics.setFill(palette.get(idle ? Tone.DIM : Tone.TEXT));
        graphics.fillText(count, box.right() - PAD, box.y() + HEAD / 2 + 1);
    }

    private void frame(GraphicsContext graphics, Area box, Tone tone, boolean idle) {
        graphics.setFill(palette.get(Tone.RAISED));
        graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 14, 14);
        graphics.setStroke(palette.get(idle ? Tone.LINE : tone));
        graphics.setLineWidth(1.5);
        graphics.strokeRoundRect(
                box.x() + 0.75, box.y() + 0.75, box.width() - 1.5, box.height() - 1.5, 14, 14);
    }
}
