package cachescope.app.fanout;

import cachescope.app.fanout.FanOutLayout.Area;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * Draws a node with its copy of the chosen key: two lines where there is room, else one with as
 * many words as fit.
 */
final class NodeRenderer {
    private static final double TWO_LINES = 30;
    private static final double TWO_TIGHT_LINES = 25;
    private static final double PAD = 9;
    private static final double GLYPH = 8;
    private static final double GAP = 6;

    /** As wide as they get, so that all nodes are laid out in the same way. */
    private static final String WIDE_TITLE = "App 16";

    private static final String WIDE_VERSION = "v888";

    private final Palette palette;
    private final Font bold = Fonts.bold(12);
    private final Font small = Fonts.text(11);
    private final Font version = Fonts.bold(11);
    private final Text measure = new Text();

    NodeRenderer(Palette palette) {
        this.palette = palette;
    }

    void paint(GraphicsContext graphics, Area area, NodeLine line, boolean sends) {
        frame(graphics, area, line, sends);
        double inside = area.width() - 2 * PAD;
        boolean beside =
                width(WIDE_TITLE, bold) + GAP + width(WIDE_VERSION, version) + GAP + GLYPH
                        <= inside;
        boolean two = area.height() >= (beside ? TWO_LINES : TWO_TIGHT_LINES);
        double y = two ? area.middle() - 7 : area.middle();
        double second = area.middle() + 7;
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(bold);
        graphics.setFill(palette.get(line.state() == NodeLine.State.DOWN ? Tone.DIM : Tone.BRIGHT));
        graphics.fillText(line.title(), area.x() + PAD, y);
        if (!beside && !two) {
            sign(graphics, line, area.right() - PAD - GLYPH / 2, y, colour(line));
            return;
        }
        double right = copy(graphics, area.right() - PAD, beside ? y : second, line);
        if (two) {
            double room = beside ? inside : right - GAP - area.x() - PAD;
            graphics.setTextAlign(TextAlignment.LEFT);
            words(graphics, fitting(line, room), area.x() + PAD, second, line);
        } else {
            double left = area.x() + PAD + width(line.title(), bold) + GAP;
            graphics.setTextAlign(TextAlignment.RIGHT);
            words(graphics, fitting(line, right - GAP - left), right - GAP, y, line);
        }
    }

    private void words(GraphicsContext graphics, String words, double x, double y, NodeLine line) {
        boolean wrong =
                line.state() == NodeLine.State.MISSED || line.state() == NodeLine.State.DOWN;
        graphics.setFont(small);
        graphics.setFill(palette.get(wrong ? line.state().tone() : Tone.DIM));
        graphics.fillText(words, x, y);
    }

    private void frame(GraphicsContext graphics, Area area, NodeLine line, boolean sends) {
        double arc = Math.min(14, area.height() * 0.6);
        graphics.setFill(palette.get(Tone.RAISED));
        graphics.fillRoundRect(area.x(), area.y(), area.width(), area.height(), arc, arc);
        var edge = line.state() == NodeLine.State.NONE ? Tone.LINE : line.state().tone();
        graphics.setStroke(palette.get(sends ? Tone.MESSAGE : edge));
        graphics.setLineWidth(1.5);
        if (line.state() == NodeLine.State.DOWN) {
            graphics.setLineDashes(5, 4);
        }
        graphics.strokeRoundRect(
                area.x() + 0.75,
                area.y() + 0.75,
                area.width() - 1.5,
                area.height() - 1.5,
                arc,
                arc);
        graphics.setLineDashes();
    }

    /** Draws the copy's version with its sign, ending at a place; returns where it begins. */
    private double copy(GraphicsContext graphics, double right, double y, NodeLine line) {
        double wide = width(line.versionWords(), version);
        double left = right - GLYPH - GAP - wide;
        boolean fading = line.dropping() >= 0;
        var colour = colour(line);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(version);
        boolean held = line.state() != NodeLine.State.NONE;
        graphics.setFill(held ? palette.get(Tone.BRIGHT) : colour);
        graphics.fillText(line.versionWords(), left, y);
        if (fading) {
            graphics.setStroke(colour);
            graphics.setLineWidth(1.5);
            graphics.strokeLine(left - 2, y, left + wide + 2, y);
            double more = 3 + 8 * line.dropping();
            graphics.strokeRoundRect(
                    left - more, y - 5 - more, wide + 2 * more, 10 + 2 * more, 8, 8);
        }
        sign(graphics, line, right - GLYPH / 2, y, colour);
        return left;
    }

    private Color colour(NodeLine line) {
        return line.dropping() >= 0
                ? palette.get(Tone.MISS).deriveColor(0, 1, 1, 1 - line.dropping())
                : palette.get(line.state().tone());
    }

    private void sign(GraphicsContext graphics, NodeLine line, double x, double y, Color colour) {
        double half = GLYPH / 2;
        graphics.setFill(colour);
        graphics.setStroke(colour);
        graphics.setLineWidth(1.8);
        switch (line.state()) {
            case FRESH -> graphics.fillOval(x - half, y - half, GLYPH, GLYPH);
            case OLD, MISSED ->
                    graphics.fillPolygon(
                            new double[] {x, x + half + 1, x - half - 1},
                            new double[] {y - half - 1, y + half, y + half},
                            3);
            case NONE -> graphics.strokeOval(x - half + 1, y - half + 1, GLYPH - 2, GLYPH - 2);
            case DOWN -> {
                graphics.strokeLine(x - half + 1, y - half + 1, x + half - 1, y + half - 1);
                graphics.strokeLine(x - half + 1, y + half - 1, x + half - 1, y - half + 1);
            }
        }
    }

    /** The words, without those at the end that do not fit; empty where not even one does. */
    private String fitting(NodeLine line, double room) {
        var words = line.words();
        while (!words.isEmpty() && width(words, small) > room) {
            int cut = words.lastIndexOf(" · ");
            if (cut < 0) {
                return width(line.state().word(), small) > room ? "" : line.state().word();
            }
            words = words.substring(0, cut);
        }
        return words;
    }

    private double width(String text, Font font) {
        measure.setFont(font);
        measure.setText(text);
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }
}
