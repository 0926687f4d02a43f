package cachescope.app.structure;

import cachescope.app.frame.Errand;
import cachescope.app.keyspace.KeyRow;
import cachescope.app.session.ShownRun;
import cachescope.app.session.WorldKind;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.port.StoredKey;
import cachescope.engine.run.Run;
import cachescope.engine.structure.RoundTrips.RoundTrip;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Redis' structures beside the run that is shown: takes one step after another, and shows what each
 * sent and the keys afterwards. For the FX thread, which never waits for it.
 */
public final class StructuresViewModel {
    private static final long SECOND = 1_000_000_000L;

    private final ShownRun shown;
    private final Errand<Outcome> errand;
    private final ObjectProperty<Kind> kind =
            new SimpleObjectProperty<>(this, "kind", Kind.STRINGS);
    private final ObservableList<SentLine> sent = FXCollections.observableArrayList();
    private final ObservableList<KeyRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper figures = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper legend = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper closed = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper virtual = new ReadOnlyBooleanWrapper();
    private @Nullable Run run;
    private List<StoredKey> keys = List.of();
    private boolean looked;
    private int turn;
    private long readAt;
    private long second;

    public StructuresViewModel(ShownRun shown) {
        this(shown, new Errand<>());
    }

    StructuresViewModel(ShownRun shown, Errand<Outcome> errand) {
        this.shown = shown;
        this.errand = errand;
    }

    /** The structure whose steps are offered. */
    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** The commands that the last step sent, by round trips. */
    ObservableList<SentLine> sent() {
        return sent;
    }

    /** The keys of all structures, as they are in Redis. */
    ObservableList<KeyRow> rows() {
        return rows;
    }

    /** What came of the last step; empty before the first. */
    ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Whether it was refused. */
    ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** How many round trips it took, and how long. */
    ReadOnlyStringProperty figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** What the names of the keys begin with, for which a short sign stands; empty if not known. */
    ReadOnlyStringProperty legendProperty() {
        return legend.getReadOnlyProperty();
    }

    /** Why no step can be taken; empty if one can. */
    ReadOnlyStringProperty closedProperty() {
        return closed.getReadOnlyProperty();
    }

    /** Whether time is virtual, and so can be let pass. */
    ReadOnlyBooleanProperty virtualProperty() {
        return virtual.getReadOnlyProperty();
    }

    /** Takes a step; does nothing while another one is taken. */
    void take(Step step) {
        var beside = run;
        if (beside != null) {
            int number = turn + 1;
            if (errand.begin(
                    () ->
                            Outcome.of(
                                    beside,
                                    beside.structures(),
                                    beside.keySpace(),
                                    step,
                                    number))) {
                turn = number;
            }
        }
    }

    /** Lets virtual time pass for the structures. */
    void pass(Duration time) {
        var beside = run;
        if (beside != null && virtual.get()) {
            errand.begin(
                    () -> Outcome.passing(beside, beside.structures(), beside.keySpace(), time));
        }
    }

    /**
     * Goes on, once a frame.
     *
     * @param seen whether somebody looks
     * @param now nanoseconds of real time
     */
    public void look(boolean seen, long now) {
        turnTo(shown.run().orElse(null));
        errand.take().filter(outcome -> outcome.from() == run).ifPresent(done -> show(done, now));
        closed.set(shown.whyNone());
        var beside = run;
        if (seen && !looked && beside != null) {
            looked = errand.begin(() -> Outcome.looking(beside, beside.keySpace()));
        }
        if (seen && now / SECOND != second) {
            second = now / SECOND;
            showKeys(now);
        }
    }

    private void turnTo(@Nullable Run next) {
        if (next == run) {
            return;
        }
        run = next;
        virtual.set(next != null && WorldKind.of(next.world()) == WorldKind.SIMULATED);
        keys = List.of();
        looked = false;
        turn = 0;
        sent.clear();
        rows.clear();
        answer.set("");
        figures.set("");
        legend.set("");
        failed.set(false);
    }

    private void show(Outcome done, long now) {
        done.keys().ifPresent(there -> keys = there);
        readAt = now;
        showKeys(now);
        if (done.title().isEmpty()) {
            return;
        }
        answer.set(done.answer());
        failed.set(done.failed());
        figures.set(figures(done.trips()));
        sent.setAll(SentLine.of(done.trips()));
        sent.stream()
                .flatMap(line -> line.beginning().stream())
                .findFirst()
                .ifPresent(beginning -> legend.set(SentLine.SHORT + " is " + beginning));
    }

    private static String figures(List<RoundTrip> trips) {
        if (trips.isEmpty()) {
            return "";
        }
        long commands = trips.stream().mapToLong(trip -> trip.sent().size()).sum();
        long nanos = trips.stream().mapToLong(RoundTrip::nanos).sum();
        return Counts.of(trips.size(), "round trip", "round trips")
                + " · "
                + Counts.of(commands, "command", "commands")
                + " · "
                + Times.length(nanos);
    }

    /** A real time to live runs down; a virtual one stands until time is let pass. */
    private void showKeys(long now) {
        long ago = virtual.get() ? 0 : now - readAt;
        rows.setAll(
                keys.stream()
                        .map(key -> KeyRow.of(key, ago))
                        .map(row -> row.named(shortened(row.name())))
                        .toList());
    }

    private static String shortened(String name) {
        return SentLine.SHORT + name.substring(Outcome.BEGINNING.length());
    }
}
