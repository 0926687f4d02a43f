package cachescope.app.stage;

import cachescope.app.frame.Selection;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.TextWidth;
import cachescope.app.theme.Tone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws the stage's two layers: what stands (boxes, lanes, legend) and what moves (packets). FX
 * thread only.
 */
final class StageRenderer {
    private final Palette palette;
    private final BoxRenderer boxes;
    private final LaneRenderer lanes;
    private final Font legend = Fonts.text(11);
    private final Map<Integer, Sprites> sprites = new HashMap<>();
    private double scale = 1;

    StageRenderer(Palette palette) {
        this.palette = palette;
        this.boxes = new BoxRenderer(palette);
        this.lanes = new LaneRenderer(palette);
    }

    /** Takes up the colours of another theme, or another scale. */
    void renew(double outputScale) {
        scale = outputScale;
        sprites.clear();
    }

    private Sprites ofSize(int size) {
        return sprites.computeIfAbsent(
                size, pixels -> new Sprites(palette, pixels / Sprites.SIZE, scale));
    }

    void drawStanding(
            GraphicsContext graphics,
            StageLayout layout,
            List<TierText> tiers,
            Selection selection) {
        graphics.clearRect(0, 0, layout.width(), layout.height());
        lanes.drawBare(graphics, layout);
        for (var tier : tiers) {
            if (layout.has(tier.place())) {
                boxes.draw(
                        graphics,
                        layout.box(tier.place()),
                        tier,
                        selection.equals(selectionOf(tier.place())));
            }
        }
        drawLegend(graphics, layout);
    }

    /** Draws the packets; the graphics are those of the layout's {@link StageLayout#field}. */
    void drawMoving(
            GraphicsContext graphics, StageLayout layout, PacketField field, Selection selection) {
        begin(graphics, layout.field());
        var pictures = ofSize(field.size());
        for (var packet : field.packets()) {
            pictures.draw(graphics, packet.position().look(), packet.x(), packet.y());
        }
        field.of(selection).ifPresent(packet -> ring(graphics, packet));
        graphics.restore();
    }

    /** Draws the lanes as dense as their traffic, on the same graphics. */
    void drawDense(
            GraphicsContext graphics, StageLayout layout, Flows flows, double screenSeconds) {
        begin(graphics, layout.field());
        lanes.drawDense(graphics, layout, flows, screenSeconds);
        graphics.restore();
    }

    private static void begin(GraphicsContext graphics, Box field) {
        graphics.clearRect(0, 0, field.width(), field.height());
        graphics.save();
        graphics.translate(-field.x(), -field.y());
    }

    /** What a click on a box chooses. */
    static Selection selectionOf(Place place) {
        return new Selection.OfTier(place.tier(), place.node());
    }

    private void ring(GraphicsContext graphics, Packet packet) {
        graphics.setStroke(palette.get(Tone.BRIGHT));
        graphics.setLineWidth(1.5);
        graphics.strokeOval(packet.x() - 9.5, packet.y() - 9.5, 19, 19);
    }

    private void drawLegend(GraphicsContext graphics, StageLayout layout) {
        graphics.setFont(legend);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(palette.get(Tone.DIM));
        double y = Math.rint(layout.height() - 20);
        double x = 22;
        var pictures = ofSize((int) Sprites.SIZE);
        for (var look : Look.values()) {
            pictures.draw(graphics, look, x, y);
            graphics.fillText(look.word(), x + 12, y);
            x += 12 + TextWidth.of(look.word(), legend) + 24;
        }
    }
}
