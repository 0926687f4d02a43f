package cachescope.app.stage;

import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.TextWidth;
import cachescope.app.theme.Tone;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws what is in the box of an application node where there are so many that it is small. */
final class SmallBoxRenderer {
    private static final double PAD = 9;
    private static final double GAP = 6;

    /** So that the nodes below each other say the same, whatever the number of digits. */
    private static final String WIDEST = "App 16";

    private static final double BAR = 3;
    private static final double HEIGHT_WITH_LINE = 46;

    private final Font title = Fonts.bold(12);
    private final Font text = Fonts.text(11);
    private final Palette palette;

    SmallBoxRenderer(Palette palette) {
        this.palette = palette;
    }

    /** Draws the node's load, below or, where it is very small, behind its line. */
    void draw(GraphicsContext graphics, Box box, TierText node, Color colour) {
        boolean lineOnly = box.height() < Box.HEIGHT_OF_TWO_LINES;
        if (lineOnly) {
            drawLoad(
                    graphics,
                    box.x() + 1,
                    box.y() + 1,
                    box.width() - 2,
                    box.height() - 2,
                    node,
                    colour);
        } else {
            double y = box.bottom() - BAR - 5;
            drawLoad(graphics, box.x() + PAD, y, box.width() - 2 * PAD, BAR, node, colour);
        }
        boolean withLine = box.height() >= HEIGHT_WITH_LINE && !node.lines().isEmpty();
        double y = lineOnly ? box.middle() : withLine ? box.y() + 14 : box.middle() - 3;
        boolean failed = node.state() == TierText.State.FAILED;
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(lineOnly ? text : title);
        graphics.setFill(palette.get(Tone.BRIGHT));
        graphics.fillText(node.title(), box.x() + PAD, y);
        graphics.setFont(text);
        graphics.setFill(palette.get(failed ? Tone.FAILED : Tone.TEXT));
        if (withLine) {
            graphics.fillText(node.lines().getFirst(), box.x() + PAD, y + 16);
        }
        if (!withLine || !node.brief().equals(node.lines().getFirst())) {
            double taken =
                    lineOnly ? TextWidth.of(WIDEST, text) : TextWidth.of(node.title(), title);
            double room = box.width() - 2 * PAD - taken - GAP;
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(brief(node, room), box.right() - PAD, y);
        }
    }

    /** The words of a node, or where these do not fit its number. */
    private String brief(TierText node, double room) {
        var words = (node.state() == TierText.State.FAILED ? "× " : "") + node.brief();
        int number = node.brief().indexOf(' ') + 1;
        return TextWidth.of(words, text) <= room || !node.brief().startsWith("near")
                ? words
                : node.brief().substring(number);
    }

    private void drawLoad(
            GraphicsContext graphics,
            double x,
            double y,
            double width,
            double height,
            TierText node,
            Color colour) {
        double share = Math.min(1, node.bar().share());
        if (share < 0) {
            return;
        }
        boolean behind = height > BAR;
        if (!behind) {
            graphics.setFill(palette.get(Tone.SUNKEN));
            graphics.fillRoundRect(x, y, width, height, height, height);
        }
        if (share > 0) {
            graphics.setFill(behind ? colour.deriveColor(0, 1, 1, 0.3) : colour);
            graphics.fillRoundRect(x, y, Math.max(BAR, width * share), height, BAR, BAR);
        }
    }
}
