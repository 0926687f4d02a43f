package cachescope.app.lru;

import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.TextWidth;
import cachescope.app.theme.Tone;
import cachescope.app.words.Counts;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws what two policies hold, one above the other; what only one of them holds stands out. */
final class RivalsRenderer {
    private static final double TITLE = 18;
    private static final double WIDTH = 58;
    private static final double HEIGHT = 20;
    private static final double GAP = 4;

    private final Palette palette;

    RivalsRenderer(Palette palette) {
        this.palette = palette;
    }

    void paint(GraphicsContext graphics, double width, double height, Standing standing) {
        double half = height / 2;
        side(
                graphics,
                new Area(0, 0, width, half - 4),
                RivalsViewModel.fared(standing.wish().one(), standing.one()),
                standing.one(),
                Tone.HIT);
        side(
                graphics,
                new Area(0, half + 2, width, half - 4),
                RivalsViewModel.fared(standing.wish().other(), standing.other()),
                standing.other(),
                Tone.MESSAGE);
    }

    private void side(
            GraphicsContext graphics, Area area, String title, Standing.Side side, Tone tone) {
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(Fonts.bold(12));
        graphics.setFill(palette.get(Tone.BRIGHT));
        graphics.fillText(title, area.x(), area.y() + TITLE / 2, area.width() * 0.55);
        graphics.setFont(Fonts.text(11));
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setFill(palette.get(Tone.DIM));
        graphics.fillText(
                RivalsViewModel.left(
                        side, words -> TextWidth.of(words, Fonts.text(11)) <= area.width() * 0.44),
                area.right(),
                area.y() + TITLE / 2,
                area.width() * 0.44);
        cells(
                graphics,
                new Area(area.x(), area.y() + TITLE + 2, area.width(), area.height() - TITLE - 2),
                side,
                tone);
    }

    private void cells(GraphicsContext graphics, Area area, Standing.Side side, Tone tone) {
        int columns = (int) Math.max(1, Math.floor((area.width() + GAP) / (WIDTH + GAP)));
        int rows = (int) Math.max(1, Math.floor((area.height() + GAP) / (HEIGHT + GAP)));
        int places = columns * rows;
        int fitting = Math.min(side.keys().size(), places);
        boolean folded = fitting < side.size();
        for (int i = 0; i < fitting; i++) {
            var place =
                    new Area(
                            area.x() + i % columns * (WIDTH + GAP),
                            area.y() + Math.floorDiv(i, columns) * (HEIGHT + GAP),
                            WIDTH,
                            HEIGHT);
            var key = side.keys().get(i);
            if (folded && i == fitting - 1) {
                more(graphics, place, side.size() - fitting + 1);
            } else {
                cell(graphics, place, key, side.alone().contains(key), tone);
            }
        }
    }

    private void more(GraphicsContext graphics, Area area, int count) {
        graphics.setFont(Fonts.text(11));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFill(palette.get(Tone.DIM));
        graphics.fillText(Counts.whole(count) + " more", area.centre(), area.middle());
    }

    private void cell(GraphicsContext graphics, Area area, String key, boolean alone, Tone tone) {
        graphics.setFill(palette.get(Tone.RAISED));
        graphics.fillRoundRect(area.x(), area.y(), area.width(), area.height(), 8, 8);
        graphics.setStroke(palette.get(alone ? tone : Tone.LINE));
        graphics.setLineWidth(alone ? 2 : 1);
        graphics.strokeRoundRect(
                area.x() + 1, area.y() + 1, area.width() - 2, area.height() - 2, 8, 8);
        graphics.setFont(Fonts.mono(10.5));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFill(palette.get(alone ? Tone.BRIGHT : Tone.DIM));
        graphics.fillText(
                KeyWords.fitting(key, area.width() - 6, 10.5), area.centre(), area.middle());
    }
}
