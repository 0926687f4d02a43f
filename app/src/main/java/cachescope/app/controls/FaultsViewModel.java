package cachescope.app.controls;

import cachescope.engine.strategy.Applicability;
import cachescope.engine.strategy.FaultText;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.fault.FaultRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What goes wrong in the simulated world: a list of rules. For the FX thread. */
public final class FaultsViewModel {
    private final StrategyViewModel strategy;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** A fault that need not be written: what it is called, and its text. */
    record ReadyMade(String title, String text) {}

    static final List<ReadyMade> READY_MADE =
            List.of(
                    new ReadyMade("Redis is down for two seconds", "redis down 2s..4s"),
                    new ReadyMade("Redis is ten times as slow", "redis slow 10x"),
                    new ReadyMade("1 % of Redis' answers are lost", "redis lost-after 1%"),
                    new ReadyMade("The database fails 1 in 50 calls", "database fails 1 in 50"),
                    new ReadyMade("Node 1 is killed, and back after 2 s", "node 1 killed 2s..4s"));

    public FaultsViewModel(StrategyViewModel strategy) {
        this.strategy = strategy;
    }

    /** Why what was written is not taken; empty if nothing is wrong. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The rules in force, in the order in which they were added. */
    List<FaultRule> rules() {
        return strategy.strategy().conditions().faults();
    }

    /** Why a rule changes nothing under this strategy; empty if it can. */
    Optional<String> reasonAgainst(FaultRule rule) {
        return Applicability.reasonAgainst(rule, strategy.strategy());
    }

    /**
     * Adds a rule as somebody wrote it; false if it cannot be read, is there already, or can change
     * nothing.
     */
    boolean add(String text) {
        forgive();
        try {
            var rule = FaultText.parse(text);
            var reason =
                    rules().contains(rule)
                            ? Optional.of("This fault is there already.")
                            : reasonAgainst(rule);
            reason.ifPresent(problem::set);
            return reason.isEmpty() && change(with(rule));
        } catch (StrategyException wrong) {
            problem.set(wrong.getMessage() + ".");
            return false;
        }
    }

    /** Takes a rule away. */
    void remove(FaultRule rule) {
        var left = new ArrayList<>(rules());
        left.remove(rule);
        change(left);
    }

    /** Forgets what was wrong with what was written. */
    void forgive() {
        problem.set("");
    }

    private List<FaultRule> with(FaultRule rule) {
        var more = new ArrayList<>(rules());
        more.add(rule);
        return more;
    }

    private boolean change(List<FaultRule> next) {
        var now = strategy.strategy();
        return strategy.change(now.withConditions(now.conditions().withFaults(next)));
    }
}
