package cachescope.app.keyspace;

import cachescope.app.frame.Errand;
import cachescope.app.keyspace.KeyReading.Query;
import cachescope.app.session.ShownRun;
import cachescope.app.session.WorldKind;
import cachescope.app.words.Counts;
import cachescope.engine.port.Glob;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.KeySpace.Scope;
import cachescope.engine.run.Run;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are in the cache of the run that is shown, read again each second while somebody
 * looks. For the FX thread, which never waits for it.
 */
public final class KeySpaceViewModel {
    /** The most keys that are shown at once. */
    static final int KEYS_MAX = 1_000;

    private static final long SECOND = 1_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final ShownRun shown;
    private final Errand<KeyReading> errand;
    private final ObservableList<KeyRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper emptiness = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sizeWords = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper others = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<OpenedKey>> opened =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty automatic = new SimpleBooleanProperty(this, "automatic", true);
    private @Nullable Run run;
    private @Nullable KeySpace keys;
    private @Nullable KeyReading reading;
    private Scope scope = Scope.RUN;
    private String pattern = "*";
    private int wanted = KeyReading.PAGE;
    private String open = "";
    private boolean wish = true;
    private long begunAt = NEVER;
    private long readAt;
    private long second;

    public KeySpaceViewModel(ShownRun shown) {
        this(shown, new Errand<>());
    }

    KeySpaceViewModel(ShownRun shown, Errand<KeyReading> errand) {
        this.shown = shown;
        this.errand = errand;
    }

    /** The keys, by name. */
    ObservableList<KeyRow> rows() {
        return rows;
    }

    /** How many keys are shown, of how many. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why no key is shown; empty if some are. */
    ReadOnlyStringProperty emptinessProperty() {
        return emptiness.getReadOnlyProperty();
    }

    /** What the sizes count. */
    ReadOnlyStringProperty sizeWordsProperty() {
        return sizeWords.getReadOnlyProperty();
    }

    /** Whether a further page can be shown. */
    ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Whether there may be keys of others, which are only in a real Redis. */
    ReadOnlyBooleanProperty othersProperty() {
        return others.getReadOnlyProperty();
    }

    /** The key that was chosen, with its whole value. */
    ReadOnlyObjectProperty<Optional<OpenedKey>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** Whether the keys are read again each second. */
    BooleanProperty automaticProperty() {
        return automatic;
    }

    /** Shows the keys like a pattern; an empty one means all. */
    void filter(String text) {
        var next = text.isBlank() ? "*" : text.strip();
        if (!next.equals(pattern)) {
            pattern = next;
            wanted = KeyReading.PAGE;
            wish = true;
        }
    }

    /** Shows the keys of others too, or those of the run alone. */
    void showAll(boolean all) {
        scope = all ? Scope.ALL : Scope.RUN;
        wanted = KeyReading.PAGE;
        open("");
        wish = true;
    }

    /** Reads again now. */
    void refresh() {
        wish = true;
    }

    /** Shows a further page. */
    void more() {
        wanted = Math.min(KEYS_MAX, Math.max(wanted, rows.size()) + KeyReading.PAGE);
        wish = true;
    }

    /** Shows the whole value of a key; an empty name closes it. */
    void open(String name) {
        if (!name.equals(open)) {
            open = name;
            wish = true;
            if (name.isEmpty()) {
                opened.set(Optional.empty());
            }
        }
    }

    /** The name of the key that is or will be opened; empty for none. */
    String openName() {
        return open;
    }

    /**
     * Goes on, once a frame: takes what was read, and reads again if it is time.
     *
     * @param seen whether somebody looks
     * @param now nanoseconds of real time
     */
    public void look(boolean seen, long now) {
        turnTo(shown.run().orElse(null));
        errand.take().ifPresent(read -> take(read, now));
        var from = keys;
        if (from == null) {
            emptiness.set(shown.whyNone());
            return;
        }
        if (seen && (wish || (automatic.get() && now - begunAt >= SECOND))) {
            var query = new Query(from, scope, new Glob(pattern), wanted, open);
            if (errand.begin(query::read)) {
                wish = false;
                begunAt = now;
            }
        }
        if (seen && now / SECOND != second) {
            second = now / SECOND;
            showRows(now);
        }
    }

    private void turnTo(@Nullable Run next) {
        if (next == run) {
            return;
        }
        run = next;
        keys = next == null ? null : next.keySpace();
        reading = null;
        rows.clear();
        summary.set("");
        more.set(false);
        others.set(isLive());
        scope = isLive() ? scope : Scope.RUN;
        sizeWords.set(keys == null ? "" : keys.sizeWords());
        emptiness.set(next == null ? "" : "Reading the keys …");
        wanted = KeyReading.PAGE;
        open("");
        wish = true;
    }

    private void take(KeyReading read, long now) {
        if (!read.asked().keys().equals(keys)
                || read.asked().scope() != scope
                || !read.asked().pattern().text().equals(pattern)) {
            wish = true;
            return;
        }
        reading = read;
        readAt = now;
        more.set(read.more() && read.keys().size() < KEYS_MAX);
        if (!open.isEmpty() && read.asked().open().equals(open)) {
            opened.set(
                    Optional.of(
                            read.opened()
                                    .map(OpenedKey::of)
                                    .orElseGet(() -> OpenedKey.gone(open))));
        }
        summary.set(summary(read));
        emptiness.set(read.keys().isEmpty() ? emptiness(read) : "");
        showRows(now);
    }

    private String summary(KeyReading read) {
        if (!read.failure().isEmpty()) {
            return "";
        }
        var what = Counts.of(read.keys().size(), "key", "keys") + (read.more() ? " so far" : "");
        var where = isLive() ? " in the database" : " at the run's present";
        return what + " of " + Counts.whole(read.total()) + where;
    }

    private String emptiness(KeyReading read) {
        if (!read.failure().isEmpty()) {
            return read.failure();
        }
        if (read.more()) {
            return "No key like " + pattern + " among those looked at so far: More looks on.";
        }
        return pattern.equals("*")
                ? "There is no key now: the run has cached nothing, or all of it has expired."
                : "There is no key like " + pattern + " now.";
    }

    /** A real time to live runs down between two readings; a virtual one stands. */
    private void showRows(long now) {
        var read = reading;
        if (read != null) {
            long ago = isLive() ? now - readAt : 0;
            put(read.keys().stream().map(key -> KeyRow.of(key, ago)).toList());
        }
    }

    /** Changes only the rows that differ, so that the list stays where it is scrolled to. */
    private void put(List<KeyRow> next) {
        boolean same = next.size() == rows.size();
        for (int i = 0; same && i < next.size(); i++) {
            same = next.get(i).name().equals(rows.get(i).name());
        }
        if (!same) {
            rows.setAll(next);
            return;
        }
        for (int i = 0; i < next.size(); i++) {
            if (!Objects.equals(next.get(i), rows.get(i))) {
                rows.set(i, next.get(i));
            }
        }
    }

    private boolean isLive() {
        return run != null && WorldKind.of(run.world()) == WorldKind.LIVE;
    }
}
