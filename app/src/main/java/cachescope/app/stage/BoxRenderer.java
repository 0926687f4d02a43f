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

/** Draws a tier's box with its title, numbers and load. */
final class BoxRenderer {
    private static final double PAD = 12;
    private static final double ARC = 20;
    private static final double LINE = 16;
    private static final double BAR = 4;

    private final Font title = Fonts.bold(13);
    private final Font text = Fonts.text(11);
    private final Palette palette;
    private final SmallBoxRenderer small;

    BoxRenderer(Palette palette) {
        this.palette = palette;
        this.small = new SmallBoxRenderer(palette);
    }

    void draw(GraphicsContext graphics, Box box, TierText tier, boolean selected) {
        boolean failed = tier.state() == TierText.State.FAILED;
        double arc = Math.min(ARC, box.height() / 2);
        var edge = palette.get(failed ? Tone.MISS : tone(tier));
        if (selected) {
            graphics.setStroke(edge.deriveColor(0, 1, 1, 0.4));
            graphics.setLineWidth(3);
            graphics.strokeRoundRect(
                    box.x() - 3, box.y() - 3, box.width() + 6, box.height() + 6, arc + 6, arc + 6);
        }
        graphics.setFill(
                palette.get(tier.state() == TierText.State.PASSED ? Tone.GROUND : Tone.RAISED));
        graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        if (failed) {
            graphics.setFill(edge.deriveColor(0, 1, 1, 0.16));
            graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
        graphics.setStroke(edge);
        graphics.setLineWidth(failed ? 2.5 : 1.5);
        if (tier.state() == TierText.State.PASSED) {
            graphics.setLineDashes(5, 4);
        }
        graphics.strokeRoundRect(
                box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1, arc, arc);
        graphics.setLineDashes();
        if (box.height() < Box.HEIGHT_AT_EASE) {
            small.draw(graphics, box, tier, edge);
        } else {
            drawTexts(graphics, box, tier, failed);
            drawBar(graphics, box, tier.bar(), edge);
        }
    }

    private void drawTexts(GraphicsContext graphics, Box box, TierText tier, boolean failed) {
        graphics.setTextBaseline(VPos.BASELINE);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(title);
        graphics.setFill(
                palette.get(tier.state() == TierText.State.PASSED ? Tone.DIM : Tone.BRIGHT));
        graphics.fillText(tier.title(), box.x() + PAD, box.y() + 22);
        graphics.setFont(text);
        boolean passed = tier.state() == TierText.State.PASSED;
        graphics.setFill(palette.get(passed ? Tone.DIM : Tone.TEXT));
        double y = box.y() + 40;
        for (var line : tier.lines()) {
            if (y > box.bottom() - (tier.bar().share() < 0 ? 8 : 16)) {
                break;
            }
            graphics.fillText(line, box.x() + PAD, y, box.width() - 2 * PAD);
            graphics.setFill(palette.get(Tone.DIM));
            y += LINE;
        }
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setFill(palette.get(failed ? Tone.FAILED : Tone.TEXT));
        graphics.fillText(tier.badge(), box.right() - PAD, box.y() + 22);
        if (failed) {
            drawCross(
                    graphics,
                    box.right() - PAD - TextWidth.of(tier.badge(), text) - 9,
                    box.y() + 18);
        }
    }

    private void drawCross(GraphicsContext graphics, double x, double y) {
        graphics.setStroke(palette.get(Tone.FAILED));
        graphics.setLineWidth(2);
        graphics.strokeLine(x - 3.5, y - 3.5, x + 3.5, y + 3.5);
        graphics.strokeLine(x + 3.5, y - 3.5, x - 3.5, y + 3.5);
    }

    private void drawBar(GraphicsContext graphics, Box box, TierText.Bar bar, Color colour) {
        if (bar.share() < 0) {
            return;
        }
        double width = box.width() - 2 * PAD;
        double y = box.bottom() - PAD;
        graphics.setFill(
                bar.restMissed()
                        ? palette.get(Tone.MISS).deriveColor(0, 1, 1, 0.75)
                        : palette.get(Tone.SUNKEN));
        graphics.fillRoundRect(box.x() + PAD, y, width, BAR, BAR, BAR);
        if (bar.share() > 0) {
            graphics.setFill(colour);
            graphics.fillRoundRect(
                    box.x() + PAD,
                    y,
                    Math.max(BAR, width * Math.min(1, bar.share())),
                    BAR,
                    BAR,
                    BAR);
        }
    }

    private static Tone tone(TierText tier) {
        return switch (tier.place().tier()) {
            case CLIENT -> Tone.TIER_CLIENT;
            case EDGE -> Tone.TIER_EDGE;
            case LOAD_BALANCER -> Tone.TIER_BALANCER;
            case APP, NEAR_CACHE -> Tone.TIER_APP;
            case REDIS -> Tone.TIER_REDIS;
            case DATABASE -> Tone.TIER_DATABASE;
        };
    }
}
