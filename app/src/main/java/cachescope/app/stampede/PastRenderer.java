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
    private static final double EXPECTED_ROOM = 90;
    private static final double STEP_LEAST = 16;

    private final Palette palette;
    private final Font small = Fonts.text(11);

    PastRenderer(Palette palette) {
        this.palette = palette;
    }

    void paint(GraphicsContext graphics, Area area, Moment moment) {
        if (area.height() < 2 * HEAD) {
            return;
        }
        var all = moment.key().map(HotKey::expiries).map(Expiries::latest).orElse(List.of());
        graphics.setFont(small);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(palette.get(Tone.DIM));
        graphics.fillText("Loads at each expiry, the latest at the right", area.x(), area.y());
        double step = Math.clamp(area.width() / Expiries.LATEST_MAX, STEP_LEAST, STEP_MOST);
        int room = (int) Math.floor(area.width() / step);
        var latest = all.subList(Math.max(0, all.size() - room), all.size());
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
            boolean told = latest.size() * step < area.width() - EXPECTED_ROOM;
            expected(graphics, area, bottom - expected * scale, moment.expected(), told);
        }
    }

    private void expected(
            GraphicsContext graphics, Area area, double at, Expected expected, boolean told) {
        double y = Math.rint(at) + 0.5;
        graphics.setStroke(palette.get(Tone.BRIGHT));
        graphics.setLineWidth(1);
        graphics.setLineDashes(4, 4);
        graphics.strokeLine(area.x(), y, area.right(), y);
        graphics.setLineDashes();
        if (told) {
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.setTextBaseline(VPos.BOTTOM);
            graphics.setFill(palette.get(Tone.DIM));
            graphics.fillText("expected " + expected.words(), area.x(), y - 2);
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
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.BOTTOM);
        graphics.setFill(palette.get(Tone.TEXT));
        graphics.fillText(Integer.toString(expiry.loads()), x + width / 2, bottom - height - 1);
    }
}
