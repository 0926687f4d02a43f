package cachescope.app.controls;

import cachescope.engine.strategy.Strategy;
import java.util.Optional;

/** Puts another strategy in force, at once. Called on the FX thread; may not block. */
@FunctionalInterface
public interface StrategyUse {

    /** Empty if the strategy is in force now; else the sentence that says why it is not. */
    Optional<String> apply(Strategy next);
}
