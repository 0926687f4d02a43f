package cachescope.app.inspector;

import java.util.List;

/**
 * What a request or a piece of background work did, ready to be shown. Times are nanoseconds from
 * the run's start.
 *
 * @param kicker which one it is: {@code REQUEST 18,442}
 * @param title what it wanted: {@code READ product:4711}
 * @param facts where, how long, how it was answered
 * @param warning what was wrong with it: stale, failed; empty if nothing was
 * @param endedAt {@code Long.MAX_VALUE} while it is on its way
 */
public record Story(
        String kicker,
        String title,
        String facts,
        String warning,
        boolean failed,
        long startedAt,
        long endedAt,
        List<Step> steps) {

    public Story {
        steps = List.copyOf(steps);
    }

    public boolean open() {
        return endedAt == Long.MAX_VALUE;
    }

    /** When the last thing known of it happened. */
    public long lastAt() {
        if (!open()) {
            return Math.max(endedAt, lastStepAt());
        }
        return lastStepAt();
    }

    private long lastStepAt() {
        return steps.stream()
                .mapToLong(step -> step.open() ? step.startedAt() : step.endedAt())
                .max()
                .orElse(startedAt);
    }
}
