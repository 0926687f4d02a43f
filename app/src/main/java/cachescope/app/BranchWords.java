package cachescope.app;

import cachescope.app.controls.PatternWords;
import cachescope.app.controls.Unit;
import cachescope.app.words.Times;
import cachescope.engine.run.Plan;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyChange;
import java.util.ArrayList;

/** What two runs are, in a few words. */
final class BranchWords {
    private BranchWords() {}

    /** The first run, by its strategy: {@code Cache-aside · TTL 60 s}. */
    static String first(Strategy strategy) {
        var pattern = PatternWords.title(strategy.pattern());
        return strategy.pattern() == PatternName.NO_CACHE
                ? pattern
                : pattern
                        + " · TTL "
                        + Unit.ENDLESS_TIME.write((double) strategy.timeToLive().toNanos());
    }

    /**
     * The second run, by what it does or suffers otherwise: {@code from 02:10 · TTL 60s to 5s},
     * {@code from 00:05 · app-2 is killed}.
     */
    static String second(long leavesAt, Plan first, Plan second) {
        return "from " + Times.clockToSecond(leavesAt) + " · " + difference(first, second);
    }

    private static String difference(Plan first, Plan second) {
        var words = new ArrayList<String>();
        var before = Wishes.last(first);
        var after = Wishes.last(second);
        var trouble = new ArrayList<>(second.disturbances());
        first.disturbances().forEach(trouble::remove);
        if (!before.equals(after) || trouble.isEmpty()) {
            words.add(StrategyChange.describe(before, after));
        }
        trouble.forEach(planned -> words.add(planned.disturbance().words()));
        return String.join(", ", words);
    }
}
