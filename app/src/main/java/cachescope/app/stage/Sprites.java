package cachescope.app.stage;

import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/**
 * The packets' pictures in the colours of the theme, drawn once and then copied. Each has an edge
 * in the ground's colour, so that packets which overlap can be told apart. FX thread only.
 */
final class Sprites {
    /** A sprite's width and height. */
    static final double SIZE = 16;

    private static final double MIDDLE = SIZE / 2;

    private final Map<Look, Image> images = new EnumMap<>(Look.class);
    private final double size;

    /**
     * @param share of the full size
     * @param scale device pixels per pixel
     */
    Sprites(Palette palette, double share, double scale) {
        size = Math.rint(SIZE * share);
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(scale * share, scale * share));
        for (var look : Look.values()) {
            var canvas = new Canvas(SIZE, SIZE);
            draw(canvas.getGraphicsContext2D(), look, palette);
            images.put(look, canvas.snapshot(parameters, null));
        }
    }

    /** Draws a packet with its middle at a point. */
    void draw(GraphicsContext graphics, Look look, double x, double y) {
        graphics.drawImage(
                Objects.requireNonNull(images.get(look)), x - size / 2, y - size / 2, size, size);
    }

    private static void draw(GraphicsContext graphics, Look look, Palette palette) {
        var ground = palette.get(Tone.GROUND);
        var colour = palette.get(look.tone());
        switch (look) {
            case READ, HIT -> {
                disc(graphics, 6, ground);
                disc(graphics, look == Look.HIT ? 5 : 4.5, colour);
            }
            case MISS -> {
                disc(graphics, 6.5, ground);
                graphics.setStroke(colour);
                graphics.setLineWidth(2.2);
                graphics.strokeOval(MIDDLE - 4.4, MIDDLE - 4.4, 8.8, 8.8);
            }
            case WRITE -> square(graphics, ground, colour);
            case DELETE -> {
                square(graphics, ground, colour);
                graphics.setStroke(ground);
                graphics.setLineWidth(1.8);
                graphics.strokeLine(MIDDLE - 2.6, MIDDLE - 2.6, MIDDLE + 2.6, MIDDLE + 2.6);
                graphics.strokeLine(MIDDLE + 2.6, MIDDLE - 2.6, MIDDLE - 2.6, MIDDLE + 2.6);
            }
            case STALE -> {
                triangle(graphics, 1.5, ground);
                triangle(graphics, 0, colour);
            }
            case BACKGROUND -> {
                graphics.setFill(ground);
                graphics.fillRoundRect(0.5, MIDDLE - 4.5, 15, 9, 9, 9);
                graphics.setFill(colour);
                graphics.fillRoundRect(2, MIDDLE - 3, 12, 6, 6, 6);
            }
            case FAILED -> {
                cross(graphics, 5, ground);
                cross(graphics, 2.4, colour);
            }
        }
    }

    private static void disc(GraphicsContext graphics, double radius, Color colour) {
        graphics.setFill(colour);
        graphics.fillOval(MIDDLE - radius, MIDDLE - radius, 2 * radius, 2 * radius);
    }

    private static void square(GraphicsContext graphics, Color ground, Color colour) {
        graphics.setFill(ground);
        graphics.fillRoundRect(MIDDLE - 6, MIDDLE - 6, 12, 12, 4, 4);
        graphics.setFill(colour);
        graphics.fillRoundRect(MIDDLE - 4.5, MIDDLE - 4.5, 9, 9, 3, 3);
    }

    private static void triangle(GraphicsContext graphics, double more, Color colour) {
        graphics.setFill(colour);
        graphics.fillPolygon(
                new double[] {MIDDLE, MIDDLE + 6 + more, MIDDLE - 6 - more},
                new double[] {MIDDLE - 6 - more * 1.3, MIDDLE + 4.5 + more, MIDDLE + 4.5 + more},
                3);
    }

    private static void cross(GraphicsContext graphics, double width, Color colour) {
        graphics.setStroke(colour);
        graphics.setLineWidth(width);
        graphics.strokeLine(MIDDLE - 3.6, MIDDLE - 3.6, MIDDLE + 3.6, MIDDLE + 3.6);
        graphics.strokeLine(MIDDLE + 3.6, MIDDLE - 3.6, MIDDLE - 3.6, MIDDLE + 3.6);
    }
}
