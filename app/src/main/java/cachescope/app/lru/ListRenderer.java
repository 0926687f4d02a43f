package cachescope.app.lru;

import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.app.words.Counts;
import cachescope.engine.projection.order.Ranking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Draws the list's nodes in the midst of a line of an operation, and the pointers between them. */
final class ListRenderer {
    private static final double ARC = 10;
    private static final double FALL = 26;

    private final Palette palette;
    private final PointerRenderer pointers;

    ListRenderer(Palette palette) {
        this.palette = palette;
        this.pointers = new PointerRenderer(palette);
    }

    /** A node as it is drawn. */
    record Drawn(Area area, double opacity) {}

    void paint(GraphicsContext graphics, ListLayout layout, Picture picture) {
        var places = places(layout, picture);
        pointers.paint(graphics, layout, picture, places);
        for (var entry : places.entrySet()) {
            graphics.setGlobalAlpha(entry.getValue().opacity());
            cell(graphics, layout, picture, entry.getKey(), entry.getValue().area());
        }
        graphics.setGlobalAlpha(1);
    }

    /** Where every node is in the midst of a line. */
    static Map<Cell, Drawn> places(ListLayout layout, Picture picture) {
        double share = ease(picture.share());
        var from = picture.previous();
        var to = picture.current();
        var before = indices(from.order().cells(layout.places()));
        var after = indices(to.order().cells(layout.places()));
        var all = new LinkedHashMap<Cell, Drawn>();
        for (var cell : before.keySet()) {
            if (!after.containsKey(cell)) {
                var drawn = leaving(layout, cell, before, after, to, share);
                if (drawn != null) {
                    all.put(cell, drawn);
                }
            }
        }
        for (var cell : after.keySet()) {
            var target = at(layout, after, cell);
            var origin = before.containsKey(cell) ? at(layout, before, cell) : target;
            boolean enters = !before.containsKey(cell);
            if (enters && before.containsKey(Cell.FOLD) && cell.isEntry() && !isNew(from, cell)) {
                origin = at(layout, before, Cell.FOLD);
                enters &= !from.lifted().equals(cell.key());
            }
            double lift = lift(layout, from, cell) * (1 - share) + lift(layout, to, cell) * share;
            if (enters && to.lifted().equals(cell.key()) && cell.isEntry()) {
                lift = layout.lift();
            }
            all.put(
                    cell,
                    new Drawn(origin.towards(target, share).moved(0, -lift), enters ? share : 1));
        }
        fromTheFold(layout, from, to, after, share).forEach(all::putIfAbsent);
        return all;
    }

    /** A node among those that are not drawn hangs out of the place that stands for them. */
    private static Map<Cell, Drawn> fromTheFold(
            ListLayout layout, Step from, Step to, Map<Cell, Integer> after, double share) {
        var cell = Cell.of(to.lifted());
        if (to.lifted().isEmpty() || after.containsKey(cell) || !after.containsKey(Cell.FOLD)) {
            return Map.of();
        }
        double out = from.lifted().equals(to.lifted()) ? 1 : share;
        var place = at(layout, after, Cell.FOLD).moved(0, -layout.lift() * out);
        return Map.of(cell, new Drawn(place, out));
    }

    private static boolean isNew(Step from, Cell cell) {
        return from.order().before(cell.key()).equals(Cell.FOLD) && from.order().hidden() == 0;
    }

    private static @Nullable Drawn leaving(
            ListLayout layout,
            Cell cell,
            Map<Cell, Integer> before,
            Map<Cell, Integer> after,
            Step to,
            double share) {
        var origin = at(layout, before, cell);
        if (cell.isEntry() && to.gone().equals(cell.key())) {
            double fall = share * FALL - layout.lift() * (1 - share);
            return new Drawn(origin.moved(share * 10, fall), 1 - share);
        }
        if (share >= 1) {
            return null;
        }
        var target = after.containsKey(Cell.FOLD) ? at(layout, after, Cell.FOLD) : origin;
        return new Drawn(origin.towards(target, share), 1 - share);
    }

    private static Map<Cell, Integer> indices(List<Cell> cells) {
        var indices = new LinkedHashMap<Cell, Integer>();
        for (var cell : cells) {
            indices.put(cell, indices.size());
        }
        return indices;
    }

    private static Area at(ListLayout layout, Map<Cell, Integer> indices, Cell cell) {
        return layout.place(indices.getOrDefault(cell, 0));
    }

    private static double lift(ListLayout layout, Step step, Cell cell) {
        return cell.isEntry() && step.lifted().equals(cell.key()) ? layout.lift() : 0;
    }

    private static double ease(double share) {
        return share * share * (3 - 2 * share);
    }

    private void cell(
            GraphicsContext graphics, ListLayout layout, Picture picture, Cell cell, Area area) {
        switch (cell.kind()) {
            case HEAD, TAIL -> sentinel(graphics, layout, cell, area);
            case FOLD -> fold(graphics, layout, picture, area);
            case ENTRY -> entry(graphics, layout, picture, cell.key(), area);
        }
    }

    private void sentinel(GraphicsContext graphics, ListLayout layout, Cell cell, Area area) {
        graphics.setFill(palette.get(Tone.GROUND));
        graphics.fillRoundRect(area.x(), area.y(), area.width(), area.height(), ARC, ARC);
        frame(graphics, area, Tone.LINE, 1);
        words(graphics, layout, cell.title(), area, Tone.DIM);
    }

    private void fold(GraphicsContext graphics, ListLayout layout, Picture picture, Area area) {
        int shown = picture.current().order().cells(layout.places()).size() - 3;
        long more = (long) picture.current().order().size() - shown;
        graphics.setFill(palette.get(Tone.GROUND));
        graphics.fillRoundRect(area.x(), area.y(), area.width(), area.height(), ARC, ARC);
        graphics.setLineDashes(3, 3);
        frame(graphics, area, Tone.LINE, 1);
        graphics.setLineDashes();
        var words = Counts.whole(more) + " more";
        boolean fits = KeyWords.fits(words, area.width() - 6, layout.fontSize());
        words(graphics, layout, fits ? words : "+" + Counts.whole(more), area, Tone.DIM);
    }

    private void entry(
            GraphicsContext graphics, ListLayout layout, Picture picture, String key, Area area) {
        var known = picture.entries().get(key);
        boolean isFocus = key.equals(picture.current().focus());
        boolean isSelected = key.equals(picture.selected());
        boolean goes = picture.steps().stream().anyMatch(step -> step.gone().equals(key));
        boolean isFresh = known != null && picture.now() - known.usedAt() < picture.glow();
        graphics.setFill(palette.get(isSelected ? Tone.ACCENT : Tone.RAISED));
        graphics.fillRoundRect(area.x(), area.y(), area.width(), area.height(), ARC, ARC);
        boolean tombstone = known != null && known.tombstone();
        if (tombstone) {
            graphics.setLineDashes(2, 3);
        }
        var edge = goes ? Tone.MISS : isFocus || isFresh ? Tone.HIT : Tone.TIER_APP;
        frame(graphics, area, tombstone && !isFocus ? Tone.DIM : edge, isFocus || goes ? 2 : 1.25);
        graphics.setLineDashes();
        var tone = tombstone ? Tone.DIM : isSelected ? Tone.BRIGHT : Tone.TEXT;
        words(graphics, layout, key, area, tone);
        if (known != null && picture.ranking().marks() && known.marked()) {
            graphics.setFill(palette.get(Tone.STALE));
            graphics.fillOval(area.right() - 5, area.y() - 3, 8, 8);
        }
        if (known != null && picture.ranking() == Ranking.FREQUENCY) {
            count(graphics, area, known.uses());
        }
        if (key.equals(picture.hand())) {
            hand(graphics, area);
        }
    }

    private void frame(GraphicsContext graphics, Area area, Tone tone, double width) {
        graphics.setStroke(palette.get(tone));
        graphics.setLineWidth(width);
        graphics.strokeRoundRect(
                area.x() + width / 2,
                area.y() + width / 2,
                area.width() - width,
                area.height() - width,
                ARC,
                ARC);
    }

    private void words(
            GraphicsContext graphics, ListLayout layout, String words, Area area, Tone tone) {
        graphics.setFont(Fonts.mono(layout.fontSize()));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(palette.get(tone));
        graphics.fillText(
                KeyWords.fitting(words, area.width() - 6, layout.fontSize()),
                Math.rint(area.centre()),
                Math.rint(area.middle()));
    }

    private void count(GraphicsContext graphics, Area area, int uses) {
        var words = uses > 99 ? "99+" : Integer.toString(uses);
        double width = 7 + 6 * words.length();
        graphics.setFill(palette.get(Tone.SUNKEN));
        graphics.fillRoundRect(area.right() - width + 3, area.y() - 6, width, 12, 10, 10);
        graphics.setFont(Fonts.text(10));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(palette.get(Tone.BRIGHT));
        graphics.fillText(words, area.right() - width / 2 + 3, area.y());
    }

    /** SIEVE's hand, a triangle below the node where the next search begins. */
    private void hand(GraphicsContext graphics, Area area) {
        double x = area.centre();
        double y = area.bottom() + 1;
        graphics.setFill(palette.get(Tone.STALE));
        graphics.fillPolygon(new double[] {x, x + 6, x - 6}, new double[] {y, y + 8, y + 8}, 3);
    }
}
