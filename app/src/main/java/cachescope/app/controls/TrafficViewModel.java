package cachescope.app.controls;

import cachescope.app.axis.Stops;
import cachescope.app.words.Times;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How fast recorded requests are let in, and whether they are. For the FX thread. */
public final class TrafficViewModel {
    /** As fast as the stores can do it, the recording's times passed over. */
    public static final double MAX = Double.POSITIVE_INFINITY;

    public static final Stops SPEEDS = Stops.at(0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, MAX);

    private final PaceChange change;
    private final Runnable restart;
    private final Consumer<String> message;
    private final ReadOnlyDoubleWrapper speed;
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper closed = new ReadOnlyStringWrapper("");

    /**
     * @param message takes the sentence of a refusal
     */
    public TrafficViewModel(
            double speed, PaceChange change, Runnable restart, Consumer<String> message) {
        this.speed = new ReadOnlyDoubleWrapper(speed);
        this.change = change;
        this.restart = restart;
        this.message = message;
    }

    public ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    /** Why the traffic has no pace of its own, in a sentence; empty if it has. */
    public ReadOnlyStringProperty closedProperty() {
        return closed.getReadOnlyProperty();
    }

    /** Closes speed and hold for a reason; opens them where that is empty. */
    public void close(String reason) {
        closed.set(reason);
    }

    /** Takes another speed, unless it is refused. */
    public void changeSpeed(double next) {
        if (next != speed.get()) {
            apply(next, held.get());
        }
    }

    /** Holds the traffic, or lets it go. What is in flight goes on. */
    public void toggleHold() {
        apply(speed.get(), !held.get());
    }

    /** Runs the traffic again from its start. */
    public void restart() {
        restart.run();
    }

    /** Shows a pace that was set elsewhere. */
    public void show(double speedInForce, boolean heldNow) {
        speed.set(speedInForce);
        held.set(heldNow);
    }

    /** A speed in words: {@code 0.5 ×}, {@code as recorded}, {@code max}. */
    public static String words(double speed) {
        if (speed == MAX) {
            return "max";
        }
        return speed == 1 ? "as recorded" : Times.factor(speed);
    }

    private void apply(double nextSpeed, boolean nextHeld) {
        change.apply(nextSpeed, nextHeld).ifPresentOrElse(message, () -> show(nextSpeed, nextHeld));
    }
}
