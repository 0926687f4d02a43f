package cachescope.app.inspector;

import cachescope.app.axis.TimeAxis;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.engine.event.Tier;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws the calls of a story as bars below each other, on an axis of time from its start. */
final class WaterfallRenderer {
    /** How many calls are drawn. */
    static final int ROWS_MAX = 12;

    private static final double ROW = 20;
    private static final double BAR = 10;
    private static final double NAMES = 60;
    private static final double RIGHT = 6;
    private static final double AXIS = 18;
    private static final double BAR_WIDTH_MIN = 3;

    private final Palette palette;
    private final Font small = Fonts.text(11);

    WaterfallRenderer(Palette palette) {
        this.palette = palette;
    }

    /** The calls that are drawn. */
    static List<Step> rows(Story story) {
        return story.steps().stream().filter(Step::first).limit(ROWS_MAX).toList();
    }

    /** How high the picture of a story is. */
    static double height(Story story) {
        return rows(story).size() * ROW + AXIS;
    }

    /**
     * @param time the playhead's, which is drawn where it lies in the story
     */
    void paint(GraphicsContext graphics, double width, double height, Story story, long time) {
        graphics.clearRect(0, 0, width, height);
        long length = Math.max(1, story.lastAt() - story.startedAt());
        double scale = (width - NAMES - RIGHT) / length;
        double bottom = height - AXIS;
        paintAxis(graphics, length, scale, bottom);
        var rows = rows(story);
        for (int i = 0; i < rows.size(); i++) {
            paintRow(graphics, rows.get(i), story, scale, i * ROW);
        }
        if (time > story.startedAt() && time < story.lastAt()) {
            graphics.setFill(palette.get(Tone.BRIGHT));
            graphics.fillRect(Math.rint(NAMES + (time - story.startedAt()) * scale), 0, 1, bottom);
        }
    }

    private void paintAxis(GraphicsContext graphics, long length, double scale, double bottom) {
        graphics.setFont(small);
        graphics.setTextBaseline(VPos.BOTTOM);
        for (var tick : TimeAxis.ofLength(length, 4)) {
            double x = Math.rint(NAMES + tick.value() * scale);
            graphics.setFill(palette.get(Tone.LINE));
            graphics.fillRect(x, 0, 1, bottom + 2);
            graphics.setFill(palette.get(Tone.DIM));
            boolean atEnd = tick.value() > length * 0.9;
            graphics.setTextAlign(
                    tick.value() == 0
                            ? TextAlignment.LEFT
                            : atEnd ? TextAlignment.RIGHT : TextAlignment.CENTER);
            graphics.fillText(tick.label(), atEnd ? x + RIGHT : x, bottom + AXIS);
        }
    }

    private void paintRow(
            GraphicsContext graphics, Step step, Story story, double scale, double top) {
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(palette.get(Tone.DIM));
        graphics.fillText(name(step.tier()), 0, top + ROW / 2);
        double x = NAMES + (step.startedAt() - story.startedAt()) * scale;
        long end = step.open() ? story.lastAt() : step.endedAt();
        double barWidth = Math.max(BAR_WIDTH_MIN, (end - step.startedAt()) * scale);
        double y = top + (ROW - BAR) / 2;
        var colour = colour(step);
        if (step.open()) {
            graphics.setStroke(colour);
            graphics.setLineWidth(1.5);
            graphics.strokeRoundRect(x, y, barWidth, BAR, 4, 4);
        } else {
            graphics.setFill(colour);
            graphics.fillRoundRect(x, y, barWidth, BAR, 4, 4);
        }
    }

    private Color colour(Step step) {
        return switch (step.verdict()) {
            case MISSED -> palette.get(Tone.MISS);
            case FAILED -> palette.get(Tone.FAILED);
            case GOOD, PLAIN, OPEN ->
                    palette.get(step.tier() == Tier.DATABASE ? Tone.DATABASE_CALL : Tone.HIT);
        };
    }

    /** A tier's name where there is little room. */
    static String name(Tier tier) {
        return switch (tier) {
            case CLIENT -> "client";
            case EDGE -> "edge";
            case LOAD_BALANCER -> "balancer";
            case APP -> "app";
            case NEAR_CACHE -> "near";
            case REDIS -> "redis";
            case DATABASE -> "sqlite";
        };
    }
}
