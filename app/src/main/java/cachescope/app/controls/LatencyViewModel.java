package cachescope.app.controls;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.LatencyText;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.latency.Distribution;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.measurement.LatencyMeasurement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * How long calls take in the simulated world: written by hand, the default, or measured from the
 * live run. For the FX thread.
 */
public final class LatencyViewModel {
    /** The tiers whose latency can be set, from the fastest to the slowest. */
    static final List<Tier> TIERS = List.of(Tier.REDIS, Tier.DATABASE);

    private static final String SIMULATED =
            "Only the calls of a live run take a time of their own: this run's take the times above.";

    private final StrategyViewModel strategy;
    private final Measuring source;
    private final Map<Tier, ReadOnlyStringWrapper> problems = new EnumMap<>(Tier.class);
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");

    public LatencyViewModel(StrategyViewModel strategy, Measuring source) {
        this.strategy = strategy;
        this.source = source;
        TIERS.forEach(tier -> problems.put(tier, new ReadOnlyStringWrapper("")));
    }

    /** Why what was written for a tier is not taken; empty if nothing is wrong. */
    ReadOnlyStringProperty problemProperty(Tier tier) {
        return problem(tier).getReadOnlyProperty();
    }

    /** Whether a run is being read. */
    ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** What came of the last measurement, in sentences; empty before the first. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    Distribution of(Tier tier) {
        return model().of(tier);
    }

    /** Sets a tier's latency as somebody wrote it; false if it cannot be read or is refused. */
    boolean write(Tier tier, String text) {
        forgive(tier);
        if (text.equals(LatencyWords.written(of(tier)))) {
            return true;
        }
        try {
            return change(
                    model().with(tier, LatencyText.parse(text.replace(" ", "").replace("µ", "u"))));
        } catch (StrategyException wrong) {
            problem(tier).set(sentence(wrong));
            return false;
        }
    }

    /** Forgets what was wrong with what was written for a tier. */
    void forgive(Tier tier) {
        problem(tier).set("");
    }

    /** Sets the ladder that everybody learns. */
    void useDefault() {
        TIERS.forEach(this::forgive);
        change(LatencyModel.DEFAULT);
    }

    /** Why nothing can be measured now; empty if something can. */
    Optional<String> reasonAgainstMeasuring() {
        return strategy.simulatedProperty().get() ? Optional.of(SIMULATED) : Optional.empty();
    }

    /** Begins to measure the run there is. */
    void measure() {
        if (!measuring.get()) {
            measuring.set(true);
            outcome.set("Reading the run …");
            source.begin(model());
        }
    }

    /** Looks whether a measurement is done; called once a frame. */
    public void look() {
        source.take().ifPresent(this::take);
    }

    private void take(Measuring.Outcome found) {
        measuring.set(false);
        found.measurement().ifPresent(this::use);
        outcome.set(
                found.measurement()
                        .map(measurement -> LatencyWords.taken(measurement, TIERS))
                        .orElse(found.problem()));
    }

    /** Takes over what was measured; what was written meanwhile for other tiers stays. */
    private void use(LatencyMeasurement measurement) {
        var next = model();
        for (var tier : LatencyModel.TIERS) {
            if (LatencyWords.isMeasured(measurement, tier)) {
                next = next.with(tier, measurement.model().of(tier));
            }
        }
        TIERS.forEach(this::forgive);
        change(next);
    }

    private boolean change(LatencyModel next) {
        var now = strategy.strategy();
        return strategy.change(now.withConditions(now.conditions().withLatency(next)));
    }

    private LatencyModel model() {
        return strategy.strategy().conditions().latency();
    }

    private ReadOnlyStringWrapper problem(Tier tier) {
        return problems.computeIfAbsent(tier, _ -> new ReadOnlyStringWrapper(""));
    }

    private static String sentence(StrategyException wrong) {
        var words = String.valueOf(wrong.getMessage());
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
