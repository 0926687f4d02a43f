package cachescope.app.controls;

import cachescope.engine.strategy.Applicability;
import cachescope.engine.strategy.Balancer;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.strategy.ExpiryName;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.LiveOnly;
import cachescope.engine.strategy.OnLockTimeout;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Problem;
import cachescope.engine.strategy.Setting;
import cachescope.engine.strategy.SimulatedOnly;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.TagForm;
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
    private final ReadOnlyObjectWrapper<Optional<DataKind>> kind =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<DataKind> kindChosen = Optional.empty();

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
        this.strategy.subscribe(_ -> showKind());
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

    public void choose(ExpiryName expiry) {
        change(with(expiry));
    }

    public void choose(InvalidationName invalidation) {
        change(with(invalidation));
    }

    public void choose(TagForm form) {
        change(strategy().withInvalidation(strategy().invalidation().withTags(form)));
    }

    public void choose(GuardName guard) {
        change(with(guard));
    }

    public void choose(OnLockTimeout behaviour) {
        change(strategy().withGuard(strategy().guard().withOnTimeout(behaviour)));
    }

    public void choose(Balancer balancer) {
        change(strategy().withCluster(strategy().cluster().withBalancer(balancer)));
    }

    public void choose(EvictionName eviction) {
        change(strategy().withEviction(eviction));
    }

    /** Sets a TTL that is usual for data of a kind, unless it is already. */
    public void choose(DataKind kind) {
        kindChosen = Optional.of(kind);
        if (!change(kind.in(strategy()))) {
            kindChosen = Optional.empty();
        }
        showKind();
    }

    /** The kind of data that the TTL is usual for; empty where it is for none. */
    public ReadOnlyObjectProperty<Optional<DataKind>> kindProperty() {
        return kind.getReadOnlyProperty();
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

    /** Why a pattern cannot be put to the rest of the strategy; empty if it can. */
    public Optional<String> reasonAgainst(PatternName pattern) {
        return problemOf(strategy().withPattern(pattern));
    }

    /** Why an expiry cannot be put to the rest of the strategy; empty if it can. */
    public Optional<String> reasonAgainst(ExpiryName expiry) {
        return problemOf(with(expiry));
    }

    /** Why an invalidation cannot be put to the rest of the strategy; empty if it can. */
    public Optional<String> reasonAgainst(InvalidationName invalidation) {
        return problemOf(with(invalidation));
    }

    /** Why a guard cannot be put to the rest of the strategy; empty if it can. */
    public Optional<String> reasonAgainst(GuardName guard) {
        return problemOf(with(guard));
    }

    /** Why an eviction cannot be put to the rest or is not for this world; empty if it can. */
    public Optional<String> reasonAgainst(EvictionName eviction) {
        var next = strategy().withEviction(eviction);
        var ofTheWorld = simulated.get() ? LiveOnly.problem(next) : Optional.<Problem>empty();
        return problemOf(next).or(() -> ofTheWorld.map(Problem::reason));
    }

    /** Why a write cannot do this to the copy with the rest of the strategy; empty if it can. */
    public Optional<String> reasonAgainst(OnWrite onWrite) {
        return problemOf(strategy().withOnWrite(onWrite));
    }

    private Strategy with(ExpiryName expiry) {
        return strategy().withExpiry(strategy().expiry().withName(expiry));
    }

    private Strategy with(InvalidationName invalidation) {
        return strategy().withInvalidation(strategy().invalidation().withName(invalidation));
    }

    private Strategy with(GuardName guard) {
        return strategy().withGuard(strategy().guard().withName(guard));
    }

    private void showKind() {
        kind.set(DataKind.of(strategy().timeToLive(), kindChosen));
    }

    private static Optional<String> problemOf(Strategy next) {
        return next.problems().stream().findFirst().map(Problem::reason);
    }
}
