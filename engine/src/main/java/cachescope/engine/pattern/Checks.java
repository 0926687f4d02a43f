package cachescope.engine.pattern;

import cachescope.engine.port.PutCondition;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;

/** What a cache is to compare before it takes an entry, by the fixes of a strategy. */
final class Checks {

    private Checks() {}

    static PutCondition ofFill(Strategy strategy) {
        return strategy.has(Fix.CHECKED_FILL) ? PutCondition.IF_NEWER : PutCondition.ALWAYS;
    }

    static PutCondition ofWrite(Strategy strategy) {
        return strategy.has(Fix.CHECKED_WRITE) ? PutCondition.IF_NEWER : PutCondition.ALWAYS;
    }

    static PutCondition ofRefresh(Strategy strategy) {
        return strategy.has(Fix.EXISTING_ONLY) ? PutCondition.IF_PRESENT : PutCondition.ALWAYS;
    }
}
