package cachescope.app.controls;

import cachescope.engine.strategy.Applicability;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Problem;
import cachescope.engine.strategy.Setting;
import cachescope.engine.strategy.SimulatedOnly;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The strategy in the hands of a person: each change makes another one, which is put in force at
 * once. For the FX thread.
 */
public final class StrategyViewModel {
    private final Strategy standard;
    private final StrategyUse use;
    private final Consumer<String> message;
    private final ReadOnlyObjectWrapper<Strategy> strategy;
    private final ReadOnlyBooleanWrapper simulated = new ReadOnlyBooleanWrapper();

    /**
     * @param standard what a reset goes back to
     * @param strategy what is in force now
     * @param message takes the sentence of a refusal
     */
    public StrategyViewModel(
            Strategy standard, Strategy strategy, StrategyUse use, Consumer<String> message) {
        this.standard = standard;
        this.strategy = new ReadOnlyObjectWrapper<>(strategy);
        this.use = use;
        this.message = message;
    }

    /** The strategy in force. */
    public ReadOnlyObjectProperty<Strategy> strategyProperty() {
        return strategy.getReadOnlyProperty();
    }

    public Strategy strategy() {
        return strategy.get();
    }

    public void choose(PatternName pattern) {
        change(strategy().withPattern(pattern));
    }

    public void choose(OnWrite onWrite) {
        change(strategy().withOnWrite(onWrite));
    }

    /** Switches a fix on or off. */
    public void protect(Fix fix, boolean on) {
        var without = EnumSet.noneOf(Fix.class);
        without.addAll(strategy().without());
        if (on) {
            without.remove(fix);
        } else {
            without.add(fix);
        }
        change(strategy().withWithout(without));
    }

    /** Sets a number. */
    public void turn(Dial dial, double value) {
        change(dial.with(strategy(), value));
    }

    /** Sets a number as somebody wrote it; false if it cannot be read or is refused. */
    public boolean write(Dial dial, String text) {
        try {
            return change(dial.with(strategy(), dial.unit().read(text)));
        } catch (StrategyException e) {
            message.accept(dial.title() + ": " + e.getMessage());
            return false;
        }
    }

    /** Goes back to the standard strategy. */
    public void reset() {
        change(standard);
    }

    /**
     * Puts another strategy in force, unless it makes no sense or is refused; then it stays as it
     * was.
     */
    public boolean change(Strategy next) {
        if (next.equals(strategy())) {
            return true;
        }
        var refusal = problemOf(next).or(() -> use.apply(next));
        refusal.ifPresent(message);
        // Set even if refused, so that a control that was moved is told to go back.
        var before = strategy();
        strategy.set(next);
        if (refusal.isPresent()) {
            strategy.set(before);
        }
        return refusal.isEmpty();
    }

    /** Shows a strategy that was put in force elsewhere. */
    public void show(Strategy inForce) {
        strategy.set(inForce);
    }

    /** Whether runs take place in the simulated world, where more can be chosen. */
    public ReadOnlyBooleanProperty simulatedProperty() {
        return simulated.getReadOnlyProperty();
    }

    /** Shows in which world runs take place. */
    public void showWorld(boolean simulatedNow) {
        simulated.set(simulatedNow);
    }

    /** Why a number has no meaning in this strategy or this world; empty if it has. */
    public Optional<String> reasonAgainst(Dial dial) {
        return reasonAgainst(dial.setting());
    }

    /** Why a setting has no meaning in this strategy or this world; empty if it has. */
    public Optional<String> reasonAgainst(Setting setting) {
        var ofTheWorld = simulated.get() ? Optional.<String>empty() : SimulatedOnly.reason(setting);
        return ofTheWorld.or(() -> Applicability.reasonAgainst(setting, strategy()));
    }

    public Optional<String> reasonAgainstOnWrite() {
        return reasonAgainst(Setting.ON_WRITE);
    }

    public Optional<String> reasonAgainst(Fix fix) {
        return Applicability.reasonAgainst(fix, strategy());
    }

    private static Optional<String> problemOf(Strategy next) {
        return next.problems().stream().findFirst().map(Problem::reason);
    }
}
