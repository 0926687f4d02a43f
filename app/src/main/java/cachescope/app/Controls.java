package cachescope.app;

import cachescope.app.header.HeaderViewModel;
import cachescope.app.session.WorldKind;
import cachescope.app.settings.Settings;
import cachescope.engine.scenario.Scenario;
import cachescope.engine.strategy.Strategy;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What the controls stand at: the strategy in force, the traffic's pace, the world, and why some of
 * them are closed. FX thread only.
 */
final class Controls {
    private static final String VIRTUAL =
            "Off in the simulated world: recorded time is virtual time, which passes as fast as the machine can.";

    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper(this, "whyNot", "");
    private final ReadOnlyStringWrapper whyNoPace =
            new ReadOnlyStringWrapper(this, "whyNoPace", "");
    private final ReadOnlyObjectWrapper<Strategy> inForce =
            new ReadOnlyObjectWrapper<>(this, "inForce", Wishes.STANDARD);
    private final HeaderViewModel header;
    private final Wishes wishes = new Wishes();
    private Runnable released = () -> {};
    private boolean held;
    private boolean paceChanged;
    private Optional<Before> before = Optional.empty();

    /** What they stood at before a scenario. */
    private record Before(Strategy strategy, double speed, long seed) {}

    Controls(HeaderViewModel header) {
        this.header = header;
    }

    /** Takes up what was remembered. */
    void begin(Settings settings) {
        use(settings.strategy().orElse(Wishes.STANDARD));
        seed(settings.seed());
        turnTo(settings.simulated() ? WorldKind.SIMULATED : WorldKind.LIVE);
    }

    /** What the person chose, whatever is shown. */
    Wishes wishes() {
        return wishes;
    }

    /** Why nothing can be changed about what is shown; empty if it can. */
    ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    /** Why the traffic's pace cannot be changed; empty if it can. */
    ReadOnlyStringProperty whyNoPaceProperty() {
        return whyNoPace.getReadOnlyProperty();
    }

    /** The strategy in force: of the run, or of the saved log. */
    ReadOnlyObjectProperty<Strategy> inForceProperty() {
        return inForce.getReadOnlyProperty();
    }

    /** Says who is told that traffic is not held, which another run never is. */
    void whenReleased(Runnable told) {
        released = told;
    }

    Optional<String> whyNot() {
        return Optional.of(whyNot.get()).filter(words -> !words.isEmpty());
    }

    Optional<String> whyNoPace() {
        return whyNot().or(() -> Optional.of(whyNoPace.get()).filter(words -> !words.isEmpty()));
    }

    /** Closes the controls of what is shown, for a reason. */
    void close(String reason) {
        whyNot.set(reason);
    }

    /** Opens the controls, for a run that has just begun. */
    void open() {
        whyNot.set("");
        before = Optional.empty();
        held = false;
        paceChanged = false;
        released.run();
    }

    /**
     * Turns all of them to what a scenario asks for, at the speed of its recording; {@link
     * #takeBack} undoes it until the scenario runs.
     */
    void turnTo(Scenario scenario) {
        before = Optional.of(new Before(wishes.strategy(), wishes.speed(), wishes.seed()));
        turnTo(scenario.simulated() ? WorldKind.SIMULATED : WorldKind.LIVE);
        seed(scenario.seed());
        wishes.speed(1);
        use(scenario.strategy());
    }

    /** Goes back to what was chosen before a scenario that could not be run. */
    void takeBack() {
        before.ifPresent(chosen -> {
            use(chosen.strategy());
            wishes.speed(chosen.speed());
            seed(chosen.seed());
        });
        before = Optional.empty();
    }

    /** Puts a strategy in force and shows it. */
    void use(Strategy strategy) {
        wishes.strategy(strategy);
        inForce.set(strategy);
    }

    /** Shows a strategy that somebody else chose. */
    void show(Strategy strategy) {
        inForce.set(strategy);
    }

    /** Goes to a world. */
    void turnTo(WorldKind world) {
        wishes.world(world);
        header.showWorld(world);
        whyNoPace.set(wishes.isSimulated() ? VIRTUAL : "");
    }

    void seed(long seed) {
        wishes.seed(seed);
        header.showSeed(seed);
    }

    boolean isHeld() {
        return held;
    }

    void hold(boolean hold) {
        held = hold;
        paceChanged = true;
    }

    void speed(double speed) {
        wishes.speed(speed);
        paceChanged = true;
    }

    /**
     * How fast the run has gone from its start; 0 if that is as fast as possible or has changed.
     */
    double steadySpeed() {
        return paceChanged ? 0 : wishes.sessionSpeed();
    }
}
