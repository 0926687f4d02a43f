package cachescope.app.lru;

import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.app.words.Counts;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the whole list as a ribbon: the brighter a cell, the shorter since its last use. */
final class RibbonRenderer {
    static final double HEIGHT = 12;

    private static final double LABEL = 66;
    private static final double CELL_MAX = 12;

    private final Palette palette;

    RibbonRenderer(Palette palette) {
        this.palette = palette;
    }

    void paint(GraphicsContext graphics, Area area, Picture picture) {
        var ribbon = picture.ribbon();
        graphics.setFont(Fonts.text(11));
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(palette.get(Tone.DIM));
        var label = ribbon.entries() == 1 ? "all" : "1 : " + Counts.whole(ribbon.entries());
        graphics.fillText(label, area.x(), area.middle());
        if (ribbon.cells() == 0) {
            return;
        }
        double width = Math.min(CELL_MAX, (area.width() - LABEL) / ribbon.cells());
        double gap = width >= 4 ? 1 : 0;
        double oldest = oldest(picture);
        for (int i = 0; i < ribbon.cells(); i++) {
            double age = Math.max(0, picture.now() - ribbon.usedAt(i)) / oldest;
            boolean selected = i == ribbon.selected();
            graphics.setFill(
                    selected
                            ? palette.get(Tone.STALE)
                            : palette.get(Tone.SUNKEN)
                                    .interpolate(palette.get(Tone.HIT), strength(age)));
            graphics.fillRect(
                    area.x() + LABEL + i * width,
                    area.y() + (selected ? 0 : 2),
                    Math.max(1, width - gap),
                    area.height() - (selected ? 0 : 4));
        }
    }

    private static double strength(double age) {
        return Math.pow(1 - Math.min(1, age), 2);
    }

    private static double oldest(Picture picture) {
        long oldest = 1;
        for (int i = 0; i < picture.ribbon().cells(); i++) {
            oldest = Math.max(oldest, picture.now() - picture.ribbon().usedAt(i));
        }
        return oldest;
    }
}
