package cachescope.app.controls;

import cachescope.app.words.Counts;
import cachescope.engine.strategy.AdaptiveSteps;
import cachescope.engine.strategy.ExpiryPolicy.Step;
import cachescope.engine.strategy.StrategyException;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The TTLs of adaptive expiry as somebody writes them. For the FX thread. */
final class AdaptiveViewModel {
    private final StrategyViewModel strategy;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    AdaptiveViewModel(StrategyViewModel strategy) {
        this.strategy = strategy;
    }

    /** Why what was written cannot be read, in a sentence; empty if it can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The steps in force as they are written. */
    String written() {
        return AdaptiveSteps.print(strategy.strategy().expiry().steps());
    }

    /** The steps in force in words. */
    String meaning() {
        var steps = strategy.strategy().expiry().steps();
        return steps.stream().map(AdaptiveViewModel::meaning).collect(Collectors.joining(", "));
    }

    /** Puts steps in force; false if they cannot be read or are refused. */
    boolean write(String text) {
        problem.set("");
        if (text.strip().equals(written())) {
            return true;
        }
        try {
            var expiry = strategy.strategy().expiry().withSteps(AdaptiveSteps.parse(text.strip()));
            return strategy.change(strategy.strategy().withExpiry(expiry));
        } catch (StrategyException unreadable) {
            problem.set(sentence(String.valueOf(unreadable.getMessage())));
            return false;
        }
    }

    /** Says no more what was wrong. */
    void forgive() {
        problem.set("");
    }

    private static String meaning(Step step) {
        var timeToLive = Unit.ENDLESS_TIME.write((double) step.timeToLive().toNanos());
        return step.reads() == 0
                ? "else " + timeToLive
                : "over " + Counts.whole(step.reads()) + " reads " + timeToLive;
    }

    private static String sentence(String complaint) {
        return Character.toUpperCase(complaint.charAt(0))
                + complaint.substring(1)
                + (complaint.endsWith(".") ? "" : ".");
    }
}
