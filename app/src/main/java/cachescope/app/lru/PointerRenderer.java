package cachescope.app.lru;

import cachescope.app.lru.ListRenderer.Drawn;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;

/** Draws the pointers: straight between neighbours, in an arc where they pass somebody. */
final class PointerRenderer {
    private static final double ASIDE = 4;
    private static final double TIP = 4;

    private final Palette palette;

    PointerRenderer(Palette palette) {
        this.palette = palette;
    }

    void paint(
            GraphicsContext graphics, ListLayout layout, Picture picture, Map<Cell, Drawn> places) {
        var step = picture.current();
        var cells = step.order().cells(layout.places());
        for (int i = 1; i < cells.size(); i++) {
            usual(graphics, picture, places, Pointer.next(cells.get(i - 1), cells.get(i)));
            usual(graphics, picture, places, Pointer.previous(cells.get(i), cells.get(i - 1)));
        }
        for (var pointer : step.stray()) {
            if (!step.written().contains(pointer)) {
                draw(graphics, places, pointer, Tone.READ, 1.5);
            }
        }
        for (var pointer : step.written()) {
            draw(graphics, places, pointer, Tone.STALE, 2.2);
        }
    }

    /** A pointer to the neighbour, unless it points elsewhere in the midst of the operation. */
    private void usual(
            GraphicsContext graphics, Picture picture, Map<Cell, Drawn> places, Pointer pointer) {
        var step = picture.current();
        if (!replaces(step.stray(), pointer) && !replaces(step.written(), pointer)) {
            boolean folded = pointer.from().equals(Cell.FOLD) || pointer.to().equals(Cell.FOLD);
            if (folded) {
                graphics.setLineDashes(2, 3);
            }
            draw(graphics, places, pointer, Tone.DIM, 1);
            graphics.setLineDashes();
        }
    }

    private static boolean replaces(List<Pointer> others, Pointer pointer) {
        return others.stream()
                .anyMatch(other ->
                        other.from().equals(pointer.from()) && other.next() == pointer.next());
    }

    private void draw(
            GraphicsContext graphics,
            Map<Cell, Drawn> places,
            Pointer pointer,
            Tone tone,
            double width) {
        var from = places.get(pointer.from());
        var to = places.get(pointer.to());
        if (from == null) {
            from = places.get(Cell.FOLD);
        }
        if (to == null) {
            to = places.get(Cell.FOLD);
        }
        if (from == null || to == null || from.equals(to)) {
            return;
        }
        graphics.setGlobalAlpha(Math.min(from.opacity(), to.opacity()));
        graphics.setStroke(palette.get(tone));
        graphics.setFill(palette.get(tone));
        graphics.setLineWidth(width);
        line(graphics, from.area(), to.area(), pointer.next());
        graphics.setGlobalAlpha(1);
    }

    private static void line(GraphicsContext graphics, Area from, Area to, boolean next) {
        double dx = to.centre() - from.centre();
        double dy = to.middle() - from.middle();
        double gap = Math.abs(dx) - (from.width() + to.width()) / 2;
        if (Math.abs(dy) < 1 && gap < from.width() * 0.8) {
            double y = from.middle() + (next ? -ASIDE : ASIDE);
            double begin = dx > 0 ? from.right() : from.x();
            double end = dx > 0 ? to.x() : to.right();
            straight(graphics, begin, y, end, y);
        } else if (Math.abs(dx) < 1) {
            double x = from.centre() + (next ? ASIDE : -ASIDE);
            double begin = dy > 0 ? from.bottom() : from.y();
            double end = dy > 0 ? to.y() : to.bottom();
            straight(graphics, x, begin, x, end);
        } else {
            arc(graphics, from, to, next);
        }
    }

    private static void straight(
            GraphicsContext graphics, double x, double y, double toX, double toY) {
        graphics.strokeLine(x, y, toX, toY);
        tip(graphics, toX, toY, toX - x, toY - y);
    }

    /** Above the nodes where it points to the next one, below them where to the previous. */
    private static void arc(GraphicsContext graphics, Area from, Area to, boolean next) {
        double side = next ? -1 : 1;
        double x = from.centre() + (to.centre() > from.centre() ? 6 : -6);
        double toX = to.centre() + (to.centre() > from.centre() ? -6 : 6);
        double y = next ? from.y() : from.bottom();
        double toY = next ? to.y() : to.bottom();
        double bend = 9 + Math.min(8, Math.abs(toX - x) / 24);
        double controlY = Math.max(2, (next ? Math.min(y, toY) : Math.max(y, toY)) + side * bend);
        graphics.beginPath();
        graphics.moveTo(x, y);
        graphics.bezierCurveTo(
                x + (toX - x) * 0.15, controlY, toX - (toX - x) * 0.15, controlY, toX, toY);
        graphics.stroke();
        tip(graphics, toX, toY, (toX - x) * 0.15, toY - controlY);
    }

    private static void tip(GraphicsContext graphics, double x, double y, double dx, double dy) {
        double length = Math.max(0.001, Math.hypot(dx, dy));
        double ux = dx / length;
        double uy = dy / length;
        graphics.fillPolygon(
                new double[] {
                    x, x - TIP * 1.4 * ux - TIP * 0.8 * uy, x - TIP * 1.4 * ux + TIP * 0.8 * uy
                },
                new double[] {
                    y, y - TIP * 1.4 * uy + TIP * 0.8 * ux, y - TIP * 1.4 * uy - TIP * 0.8 * ux
                },
                3);
    }
}
