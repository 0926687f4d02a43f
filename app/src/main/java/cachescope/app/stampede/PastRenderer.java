package cachescope.app.stampede;

import cachescope.app.stampede.StampedeLayout.Area;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.engine.projection.stampede.Expiries;
import cachescope.engine.projection.stampede.Expiry;
import cachescope.engine.projection.stampede.HotKey;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws the last expiries as bars as high as the loads that they led to, with the number above each
 * and a dashed line where the expected number is. A bar with a round head was loaded early.
 */
final class PastRenderer {
    private static final double HEAD = 16;
    private static final double STEP_MOST = 26;
    private static final double STEP_FOR_NUMBERS = 15;

    private final Palette palette;
    private final Font small = Fonts.text(11);

    PastRenderer(Palette palette) {
        this.palette = palette;
    }

    void paint(GraphicsContext graphics, Area area, Moment moment) {
        if (area.height() < 2 * HEAD) {
            return;
        }
        var latest = moment.key().map(HotKey::expiries).map(Expiries::latest).orElse(List.of());
        graphics.setFont(small);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(palette.get(Tone.DIM));
        graphics.fillText("Loads at each expiry, the latest at the right", area.x(), area.y());
        double step = Math.min(STEP_MOST, area.width() / Expiries.LATEST_MAX);
        double expected = moment.expected().loads();
        double most =
                Math.max(
                        2,
                        Math.max(
                                Double.isNaN(expected) ? 0 : expected,
                                latest.stream().mapToInt(Expiry::loads).max().orElse(0)));
        double bottom = area.bottom() - 1;
        double scale = (area.height() - 2 * HEAD - 2) / most;
        graphics.setFill(palette.get(Tone.LINE));
        graphics.fillRect(area.x(), bottom, area.width(), 1);
        for (int i = 0; i < latest.size(); i++) {
            double right = area.right() - (latest.size() - 1 - i) * step;
            bar(graphics, latest.get(i), right - step + 2, bottom, step, scale);
        }
        if (!Double.isNaN(expected)) {
            double y = Math.rint(bottom - expected * scale) + 0.5;
            graphics.setStroke(palette.get(Tone.BRIGHT));
            graphics.setLineWidth(1);
            graphics.setLineDashes(4, 4);
            graphics.strokeLine(area.x(), y, area.right(), y);
            graphics.setLineDashes();
        }
    }

    private void bar(
            GraphicsContext graphics,
            Expiry expiry,
            double x,
            double bottom,
            double step,
            double scale) {
        double height = Math.max(2, expiry.loads() * scale);
        double width = Math.max(2, step - 4);
        graphics.setFill(palette.get(expiry.early() ? Tone.BACKGROUND : Tone.MISS));
        double arc = expiry.early() ? width : 2;
        graphics.fillRoundRect(x, bottom - height, width, height, arc, arc);
        if (step >= STEP_FOR_NUMBERS) {
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.setTextBaseline(VPos.BOTTOM);
            graphics.setFill(palette.get(Tone.TEXT));
            graphics.fillText(Integer.toString(expiry.loads()), x + width / 2, bottom - height - 1);
        }
    }
}
