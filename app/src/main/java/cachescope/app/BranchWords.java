package cachescope.app;

import cachescope.app.controls.PatternWords;
import cachescope.app.controls.Unit;
import cachescope.app.words.Times;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyChange;

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

    /** The second run, by what it does otherwise: {@code from 02:10 · TTL 60s to 5s}. */
    static String second(long leavesAt, Strategy first, Strategy second) {
        return "from "
                + Times.clockToSecond(leavesAt)
                + " · "
                + StrategyChange.describe(first, second);
    }
}
