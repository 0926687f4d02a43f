package cachescope.app.sizing;

import cachescope.engine.sizing.By;
import cachescope.engine.sizing.Curve;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.strategy.Strategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/**
 * Miss ratios by capacity of the open recording, worked out when the person wishes so, and what
 * they say of the right size. FX thread only.
 */
public final class SizingViewModel {
    private static final String NO_RECORDING =
            "Open a recording in the window to see how large its cache should be.";
    private static final String NOT_YET =
            "Which share of this recording's requests would miss, by how much the cache holds? Nothing is run for it:"
                    + " its keys are read once, and each policy is asked.";
    private static final double UNKNOWN = -1;

    private final CurveWork work;
    private final Supplier<Optional<OpenRecording>> open;
    private final Set<EvictionName> chosen = EnumSet.of(EvictionName.LRU);
    private final Map<By, Map<EvictionName, Curve>> known = new EnumMap<>(By.class);
    private final DoubleProperty keep = new SimpleDoubleProperty(this, "keep", 90);
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Shown.NOTHING);
    private final ReadOnlyObjectWrapper<By> by =
            new ReadOnlyObjectWrapper<>(this, "by", By.OBJECTS);
    private final ReadOnlyObjectWrapper<List<String>> facts =
            new ReadOnlyObjectWrapper<>(this, "facts", List.of());
    private final ReadOnlyStringWrapper whyEmpty =
            new ReadOnlyStringWrapper(this, "whyEmpty", NO_RECORDING);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyDoubleWrapper progress =
            new ReadOnlyDoubleWrapper(this, "progress", UNKNOWN);
    private @Nullable OpenRecording recording;
    private List<Mark> capacities = List.of();
    private OptionalLong pointed = OptionalLong.empty();
    private String refusal = "";

    /**
     * @param open the recording that is open, asked at each frame
     */
    public SizingViewModel(CurveWork work, Supplier<Optional<OpenRecording>> open) {
        this.work = work;
        this.open = open;
        keep.addListener((_, _, _) -> tell());
    }

    /** What the chart shows. */
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What capacities count. */
    ReadOnlyObjectProperty<By> byProperty() {
        return by.getReadOnlyProperty();
    }

    /** What the curves say, in short sentences. */
    ReadOnlyObjectProperty<List<String>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Why there is no curve; empty if there is one. */
    ReadOnlyStringProperty whyEmptyProperty() {
        return whyEmpty.getReadOnlyProperty();
    }

    /** Whether a curve is being worked out. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether there is a recording whose curves can be worked out. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** How much of the present curve is done, from 0 to 1; -1 where that is not known. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How many percent of the best hit ratio the smallest cache is to keep. */
    DoubleProperty keepProperty() {
        return keep;
    }

    boolean isChosen(EvictionName policy) {
        return chosen.contains(policy);
    }

    /** The chosen policies in words. */
    String chosenWords() {
        return chosen.isEmpty()
                ? "no policy"
                : String.join(", ", chosen.stream().map(EvictionName::label).toList());
    }

    /** Looks at what came of the work, and whether another recording is open. */
    public void look() {
        var present = open.get();
        ready.set(present.isPresent());
        if (!isKnown(present)) {
            forget(present.orElse(null));
        }
        for (var next = work.take(); next.isPresent(); next = work.take()) {
            take(next.get());
        }
        if (busy.get() != work.isBusy()) {
            busy.set(work.isBusy());
            tell();
        }
        progress.set(percent());
    }

    private boolean isKnown(Optional<OpenRecording> present) {
        return recording == null
                ? present.isEmpty()
                : present.isPresent() && recording.isSame(present.get());
    }

    private double percent() {
        var percent = work.percent();
        return busy.get() && percent.isPresent() ? percent.getAsLong() / 100.0 : UNKNOWN;
    }

    private void forget(@Nullable OpenRecording next) {
        work.cancel();
        recording = next;
        known.clear();
        refusal = "";
        pointed = OptionalLong.empty();
        tell();
    }

    private void take(CurveWork.Outcome outcome) {
        switch (outcome) {
            case CurveWork.Outcome.Found(var curve) -> {
                if (!curve.points().isEmpty()) {
                    known(curve.by()).put(curve.eviction(), curve);
                }
            }
            case CurveWork.Outcome.Refused(var sentence) -> refusal = sentence;
        }
        tell();
    }

    private Map<EvictionName, Curve> known(By kind) {
        return known.computeIfAbsent(kind, _ -> new EnumMap<>(EvictionName.class));
    }

    /** Works out the curves of the chosen policies that are not known yet. */
    void measure() {
        var present = recording;
        var missing =
                chosen.stream()
                        .filter(policy -> !known(by.get()).containsKey(policy))
                        .filter(policy -> policy != EvictionName.OPT || by.get() == By.OBJECTS)
                        .toList();
        refusal = "";
        if (present != null && !missing.isEmpty()) {
            work.begin(present, by.get(), missing);
            busy.set(true);
        }
        tell();
    }

    /** Gives up what is being worked out. */
    void cancel() {
        work.cancel();
    }

    /** Chooses a policy, or no more; what is shown already gets its curve at once. */
    void choose(EvictionName policy, boolean wanted) {
        boolean changed = wanted ? chosen.add(policy) : chosen.remove(policy);
        if (changed && wanted && isMeasured()) {
            measure();
        }
        tell();
    }

    /** Turns to another kind of capacity. */
    void count(By other) {
        boolean measured = isMeasured();
        by.set(other);
        pointed = OptionalLong.empty();
        refusal = "";
        if (measured) {
            measure();
        }
        tell();
    }

    private boolean isMeasured() {
        return busy.get() || known.values().stream().anyMatch(curves -> !curves.isEmpty());
    }

    /** Shows the capacities of a strategy's caches. */
    public void show(Strategy strategy) {
        var marks = new ArrayList<Mark>();
        if (strategy.cluster().nearCapacity() > 0) {
            marks.add(new Mark("near cache", strategy.cluster().nearCapacity(), Double.NaN));
        }
        if (strategy.conditions().cacheCapacity() > 0) {
            marks.add(new Mark("Redis", strategy.conditions().cacheCapacity(), Double.NaN));
        }
        capacities = List.copyOf(marks);
        tell();
    }

    /** Somebody points at a capacity. */
    void pointAt(long capacity) {
        pointed = OptionalLong.of(capacity);
        tell();
    }

    void pointAway() {
        pointed = OptionalLong.empty();
        tell();
    }

    private void tell() {
        var curves =
                chosen.stream().map(known(by.get())::get).filter(curve -> curve != null).toList();
        var marks = new ArrayList<Mark>();
        if (by.get() == By.OBJECTS) {
            marks.addAll(capacities);
        }
        var said = List.<String>of();
        if (!curves.isEmpty()) {
            said = SizingWords.facts(curves.getFirst(), share(), marks);
            marks.addAll(SizingWords.marks(curves.getFirst(), share()));
        }
        facts.set(withRefusal(said, curves.isEmpty()));
        shown.set(new Shown(by.get(), curves, List.copyOf(marks), pointed));
        whyEmpty.set(curves.isEmpty() ? whyEmpty() : "");
    }

    private List<String> withRefusal(List<String> said, boolean empty) {
        if (refusal.isEmpty() || empty) {
            return said;
        }
        var all = new ArrayList<>(said);
        all.addFirst(refusal);
        return all;
    }

    private String whyEmpty() {
        if (recording == null) {
            return NO_RECORDING;
        }
        if (!refusal.isEmpty()) {
            return refusal;
        }
        return work.isBusy() ? "" : NOT_YET;
    }

    private double share() {
        return keep.get() / 100;
    }
}
