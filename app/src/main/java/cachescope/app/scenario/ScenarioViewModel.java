package cachescope.app.scenario;

import cachescope.engine.scenario.Scenario;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The scenario that is played, and how much is said of it. For the FX thread. */
public final class ScenarioViewModel {
    private final ReadOnlyObjectWrapper<Optional<Scenario>> played =
            new ReadOnlyObjectWrapper<>(this, "played", Optional.empty());
    private final BooleanProperty told = new SimpleBooleanProperty(this, "told");

    /** The scenario whose words are shown; empty where there is none, or it was put away. */
    public ReadOnlyObjectProperty<Optional<Scenario>> playedProperty() {
        return played.getReadOnlyProperty();
    }

    /** Whether it is told what is to be learned: at first one shall see it for oneself. */
    public BooleanProperty toldProperty() {
        return told;
    }

    /** Shows the words of a scenario that begins to play. */
    public void show(Scenario scenario) {
        told.set(false);
        played.set(Optional.of(scenario));
    }

    /** Puts the words away. */
    public void putAway() {
        played.set(Optional.empty());
    }
}
