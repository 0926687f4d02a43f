package cachescope.app.inspector;

import java.util.Locale;

/** The words of the table of steps. */
final class StepsText {
    private StepsText() {}

    /**
     * When a step left, in milliseconds from the story's start: {@code 0.03}, {@code 20.6}, {@code
     * 1204}.
     */
    static String offset(Story story, Step step) {
        double millis = (step.startedAt() - story.startedAt()) / 1e6;
        int decimals = millis < 9.995 ? 2 : millis < 999.5 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", millis);
    }

    /** A statement in one line, its keys without the prefix that all keys of a run share. */
    static String oneLine(String statement) {
        return statement.replaceAll("cachescope:[^:\\s]+:", "…").replaceAll("\\s+", " ").strip();
    }

    /** All steps as text, with the statements as they were sent. */
    static String table(Story story) {
        var text = new StringBuilder();
        text.append(story.title()).append('\n').append(story.facts()).append('\n');
        if (!story.warning().isEmpty()) {
            text.append(story.warning()).append('\n');
        }
        for (var step : story.steps()) {
            text.append(
                            String.format(
                                    Locale.ROOT,
                                    "%8s ms  %-8s  %s",
                                    offset(story, step),
                                    WaterfallRenderer.name(step.tier()),
                                    step.statement()))
                    .append(step.result().isEmpty() ? "" : "  -> " + step.result())
                    .append('\n');
        }
        return text.toString();
    }
}
