package cachescope.app.inspector;

import cachescope.engine.event.Tier;

/**
 * One thing that was asked of a tier. Times are nanoseconds from the run's start.
 *
 * @param statement the command or the SQL as it was sent; where nothing was kept, what was asked in
 *     words
 * @param result what came of it, in a word; empty where the answer is that of a later statement of
 *     the same call
 * @param first whether it is the first statement of its call, which alone is drawn as a bar
 * @param endedAt {@code Long.MAX_VALUE} while it is on its way
 */
public record Step(
        Tier tier,
        String statement,
        String result,
        Verdict verdict,
        boolean first,
        long startedAt,
        long endedAt) {

    /** How it went, which its colour says too. */
    public enum Verdict {
        GOOD,
        MISSED,
        FAILED,
        PLAIN,
        OPEN
    }

    public boolean open() {
        return endedAt == Long.MAX_VALUE;
    }
}
