package cachescope.app.header;

import cachescope.app.session.WorldKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the header says. For the FX thread. */
public final class HeaderViewModel {
    /** How many recent files the menu lists. */
    public static final int RECENT_MAX = 8;

    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("no traffic");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper originInFull = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper versions = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<WorldKind> world =
            new ReadOnlyObjectWrapper<>(WorldKind.LIVE);
    private final ReadOnlyLongWrapper seed = new ReadOnlyLongWrapper(1);
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<TrafficChoice> bundled;
    private Supplier<List<TrafficChoice>> scenarios = List::of;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    // Kept: the view follows its list by a weak reference, and would be collected with its
    // listeners.
    private final ObservableList<Path> recentToRead =
            FXCollections.unmodifiableObservableList(recent);

    /**
     * @param bundled the recordings that came with the program
     */
    public HeaderViewModel(List<TrafficChoice> bundled, List<Path> recent) {
        this.bundled = List.copyOf(bundled);
        this.recent.setAll(recent.stream().limit(RECENT_MAX).toList());
    }

    /** The name of the traffic that runs. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** How much traffic it is, as far as it is known. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** The versions of the stores. */
    public ReadOnlyStringProperty versionsProperty() {
        return versions.getReadOnlyProperty();
    }

    /** How far reading has come; empty while nothing is being read. */
    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public List<TrafficChoice> bundled() {
        return bundled;
    }

    /** Says where the scenarios are to be had that came with the program, once they are wanted. */
    public void offerScenarios(Supplier<List<TrafficChoice>> source) {
        scenarios = source;
    }

    /** The scenarios that came with the program. */
    public List<TrafficChoice> scenarios() {
        return scenarios.get();
    }

    /** Files that were opened before, the last one first. */
    public ObservableList<Path> recent() {
        return recentToRead;
    }

    /** Says which traffic runs; {@code words} such as {@link TrafficChoice#noteOf}. */
    public void showTraffic(String trafficName, String words) {
        name.set(trafficName);
        note.set(words);
    }

    /** Says what a live run stands on. */
    public void showVersions(String redis, String sqlite) {
        versions.set("Redis " + redis + " · SQLite " + sqlite);
    }

    /** Says that a run stands on no real stores. */
    public void showSimulatedVersions() {
        versions.set("simulated");
    }

    /** The world in which recordings are run. */
    public ReadOnlyObjectProperty<WorldKind> worldProperty() {
        return world.getReadOnlyProperty();
    }

    /** Whether that is the simulated one. */
    public BooleanBinding simulatedProperty() {
        return world.isEqualTo(WorldKind.SIMULATED);
    }

    public void showWorld(WorldKind inForce) {
        world.set(inForce);
    }

    /** Of the runs in the simulated world. */
    public ReadOnlyLongProperty seedProperty() {
        return seed.getReadOnlyProperty();
    }

    public void showSeed(long inForce) {
        seed.set(inForce);
    }

    /** Says that nothing runs that would stand on anything. */
    public void hideVersions() {
        versions.set("");
    }

    /** Where what is shown comes from, where it is no run: {@code saved log · live}. */
    public ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    /** The same in a sentence. */
    public ReadOnlyStringProperty originInFullProperty() {
        return originInFull.getReadOnlyProperty();
    }

    /**
     * Says where what is shown comes from, in a word or two and in a sentence; nothing where it is
     * a run.
     */
    public void showOrigin(String words, String sentence) {
        origin.set(words);
        originInFull.set(sentence);
    }

    public void showProgress(Progress made) {
        progress.set(Optional.of(made));
    }

    public void endProgress() {
        progress.set(Optional.empty());
    }

    /**
     * Puts a file first among the recent ones. Bundled ones are in the menu anyway and stay out.
     */
    public void remember(Path file) {
        if (isAmong(bundled, file) || isAmong(scenarios(), file)) {
            return;
        }
        var files = new ArrayList<>(recent);
        files.remove(file);
        files.addFirst(file);
        recent.setAll(files.stream().limit(RECENT_MAX).toList());
    }

    private static boolean isAmong(List<TrafficChoice> choices, Path file) {
        return choices.stream().anyMatch(choice -> choice.file().equals(file));
    }
}
