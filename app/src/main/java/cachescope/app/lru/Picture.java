package cachescope.app.lru;

import cachescope.engine.projection.order.Listed;
import cachescope.engine.projection.order.Ranking;
import java.util.List;
import java.util.Map;

/**
 * What the drawn list shows: the lines of an operation, and how far it is.
 *
 * @param before the order before the operation
 * @param step the line that runs
 * @param share how much of that line is done
 * @param entries what is known of the shown entries
 * @param selected the key that is shown everywhere; empty if none
 * @param now the time that ages are counted from
 * @param glow for how long an entry that was used glows
 */
record Picture(
        List<Step> steps,
        Order before,
        int step,
        double share,
        Ranking ranking,
        Map<String, Listed> entries,
        String hand,
        String selected,
        long now,
        long glow,
        Ribbon ribbon,
        Buckets buckets) {
    static final Picture EMPTY =
            new Picture(
                    List.of(),
                    Order.EMPTY,
                    0,
                    1,
                    Ranking.RECENCY,
                    Map.of(),
                    "",
                    "",
                    0,
                    1,
                    Ribbon.EMPTY,
                    Buckets.EMPTY);

    Picture {
        steps = List.copyOf(steps);
    }

    /** The line that runs; where there is none one that says nothing. */
    Step current() {
        return steps.isEmpty() ? Step.plain("", before, "") : steps.get(step);
    }

    /** The line before it. */
    Step previous() {
        return step == 0 || steps.isEmpty() ? Step.plain("", before, "") : steps.get(step - 1);
    }

    /** How many places the larger one of both orders takes, sentinels included. */
    int wanted() {
        return Math.max(previous().order().size(), current().order().size()) + 2;
    }

    /** The key that is in focus: that of the operation, else the selected one. */
    String focus() {
        return current().focus().isEmpty() ? selected : current().focus();
    }
}
