package cachescope.app.controls;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.app.frame.Selection;
import cachescope.engine.event.Tier;
import cachescope.engine.run.Disturbance;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.PatternName;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What can be made go wrong, now or in the simulated world at the playhead, at which node and with
 * which key: the ones that were chosen on the stage, or else the first node and the hottest key.
 * For the FX thread.
 */
public final class TroubleViewModel implements Screen {
    static final Duration PAUSE = Duration.ofSeconds(2);

    private final StrategyViewModel strategy;
    private final ReadOnlyProperty<Selection> selection;
    private final Troublemaker maker;
    private final Consumer<String> message;
    private final TroubleKey key = new TroubleKey();
    private final ReadOnlyObjectWrapper<List<String>> nodes =
            new ReadOnlyObjectWrapper<>(this, "nodes", List.of("app-1"));
    private final ReadOnlyStringWrapper node = new ReadOnlyStringWrapper(this, "node", "app-1");
    private final ReadOnlyBooleanWrapper down = new ReadOnlyBooleanWrapper(this, "down");
    private final Map<Trouble, ReadOnlyStringWrapper> closed = new EnumMap<>(Trouble.class);

    /**
     * @param message takes the sentence of a refusal
     */
    public TroubleViewModel(
            StrategyViewModel strategy,
            ReadOnlyProperty<Selection> selection,
            Troublemaker maker,
            Consumer<String> message) {
        this.strategy = strategy;
        this.selection = selection;
        this.maker = maker;
        this.message = message;
        for (var trouble : Trouble.values()) {
            closed.put(trouble, new ReadOnlyStringWrapper(this, trouble.name(), ""));
        }
        selection.addListener((_, _, chosen) -> follow(chosen));
        strategy.strategyProperty().subscribe(_ -> showReasons());
    }

    /** The application nodes, by number. */
    ReadOnlyObjectProperty<List<String>> nodesProperty() {
        return nodes.getReadOnlyProperty();
    }

    /** The node at which something goes wrong. */
    ReadOnlyStringProperty nodeProperty() {
        return node.getReadOnlyProperty();
    }

    /** Whether that node is down: now in a live run, at the playhead in a simulated one. */
    ReadOnlyBooleanProperty downProperty() {
        return down.getReadOnlyProperty();
    }

    /** The key with which something goes wrong; empty where none is known. */
    ReadOnlyStringProperty keyProperty() {
        return key.keyProperty();
    }

    /** Whether that key was chosen; else it is the one that was asked for most. */
    ReadOnlyBooleanProperty keyChosenProperty() {
        return key.chosenProperty();
    }

    /** Why something can't be made go wrong now, in a sentence; empty if it can. */
    ReadOnlyStringProperty closedProperty(Trouble trouble) {
        return Objects.requireNonNull(closed.get(trouble), trouble::name).getReadOnlyProperty();
    }

    /** Chooses the node at which something goes wrong. */
    void choose(String nodeWanted) {
        node.set(nodeWanted);
        showReasons();
    }

    /** Makes something go wrong; says why if that can't be. */
    void make(Trouble trouble) {
        reasonAgainst(trouble).or(() -> maker.make(disturbance(trouble))).ifPresent(message);
    }

    @Override
    public void show(Frame frame) {
        var course = frame.whole().course();
        long time = strategy.simulatedProperty().get() ? frame.time() : frame.liveEdge();
        var now = course.nodesAt(time);
        if (!now.isEmpty() && !now.equals(nodes.get())) {
            nodes.set(now);
            if (!now.contains(node.get())) {
                node.set(now.getFirst());
            }
        }
        down.set(course.isDown(node.get(), time));
        key.show(frame, selection.getValue());
        showReasons();
    }

    private void follow(Selection chosen) {
        if (chosen instanceof Selection.OfTier(Tier tier, String name)
                && tier == Tier.APP
                && nodes.get().contains(name)) {
            choose(name);
        }
    }

    private void showReasons() {
        closed.forEach((trouble, reason) -> reason.set(reasonAgainst(trouble).orElse("")));
    }

    private Optional<String> reasonAgainst(Trouble trouble) {
        return reasonByStrategy(trouble)
                .or(() -> reasonByKeyAndNode(trouble))
                .or(() -> maker.reasonAgainst(disturbance(trouble)));
    }

    private Optional<String> reasonByStrategy(Trouble trouble) {
        var invalidation = strategy.strategy().invalidation().name();
        boolean cached = strategy.strategy().pattern() != PatternName.NO_CACHE;
        boolean sends = cached && invalidation == InvalidationName.EVENT;
        boolean hears = sends || (cached && invalidation == InvalidationName.TRACKING);
        return switch (trouble) {
            case NODE, WRITE -> Optional.empty();
            case SUBSCRIPTION ->
                    unless(hears, "Only invalidation by events or tracking has subscriptions.");
            case MESSAGE -> unless(sends, "Only invalidation by events sends messages.");
            case EXPIRY, PAUSE -> unless(cached, "There is no cache.");
        };
    }

    private Optional<String> reasonByKeyAndNode(Trouble trouble) {
        return switch (trouble) {
            case NODE, PAUSE -> Optional.empty();
            case SUBSCRIPTION, MESSAGE -> unless(!down.get(), "The node is down.");
            case EXPIRY, WRITE ->
                    unless(!keyProperty().get().isEmpty(), "No key was asked for yet.");
        };
    }

    private Disturbance disturbance(Trouble trouble) {
        return switch (trouble) {
            case NODE ->
                    down.get()
                            ? new Disturbance.StartNode(node.get())
                            : new Disturbance.KillNode(node.get());
            case SUBSCRIPTION -> new Disturbance.CutSubscription(node.get());
            case MESSAGE -> new Disturbance.LoseNextMessage(node.get());
            case EXPIRY -> new Disturbance.ExpireKey(keyProperty().get());
            case WRITE -> new Disturbance.WriteOutside(keyProperty().get());
            case PAUSE -> new Disturbance.PauseRedis(PAUSE);
        };
    }

    private static Optional<String> unless(boolean possible, String reason) {
        return possible ? Optional.empty() : Optional.of(reason);
    }
}
