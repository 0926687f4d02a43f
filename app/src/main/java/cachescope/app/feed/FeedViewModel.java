package cachescope.app.feed;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Playhead;
import cachescope.app.frame.Screen;
import cachescope.app.frame.Selection;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.Feed;
import cachescope.engine.projection.Markers.Marker;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the feed at the time shown, the newest first. While somebody reads them (holds) they
 * stay as they are, and what is newer is counted. For the FX thread.
 */
public final class FeedViewModel implements Screen {
    /** How many lines there are at most. */
    public static final int LINES_MAX = 500;

    /** How many events are looked through for lines: all that the feed keeps. */
    private static final int EVENTS_MAX = 2 * Feed.EVENTS_MAX;

    private static final Comparator<Event> LATEST_FIRST =
            Comparator.comparingLong(Event::at).thenComparingLong(Event::seq).reversed();

    private final ObservableList<FeedLine> lines = FXCollections.observableArrayList();
    // Kept: the view follows its list by a weak reference, and would be collected with its
    // listeners.
    private final ObservableList<FeedLine> linesToRead =
            FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyIntegerWrapper newer = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Selection> selection;
    private final Playhead playhead;
    private List<FeedLine> latest = List.of();
    private List<Event> told = List.of();
    private @Nullable EventLog toldOf;
    private boolean held;

    public FeedViewModel(ObjectProperty<Selection> selection, Playhead playhead) {
        this.selection = selection;
        this.playhead = playhead;
    }

    public ObservableList<FeedLine> lines() {
        return linesToRead;
    }

    /** How many lines have come while the list was held. */
    public ReadOnlyIntegerProperty newerProperty() {
        return newer.getReadOnlyProperty();
    }

    /** Takes in what is to be shown. */
    @Override
    public void show(Frame frame) {
        if (frame.log() != toldOf) {
            toldOf = frame.log();
            latest = List.of();
        }
        var events = notable(frame);
        if (!events.equals(told)) {
            told = events;
            show(lines(events));
        }
    }

    /**
     * What the feed keeps, and the markers of the whole run: the feed begins anew a little before a
     * time that was sought.
     */
    private static List<Event> notable(Frame frame) {
        var events = frame.shown().feed().upTo(frame.time(), EVENTS_MAX);
        var kept = events.stream().map(Event::seq).collect(Collectors.toSet());
        var before =
                frame.whole().markers().all().stream()
                        .map(Marker::event)
                        .filter(event -> event.at() <= frame.time() && !kept.contains(event.seq()))
                        .toList();
        return before.isEmpty()
                ? events
                : Stream.concat(events.stream(), before.stream()).sorted(LATEST_FIRST).toList();
    }

    /** Shows these lines, the newest first; or keeps them for later while the list is held. */
    void show(List<FeedLine> newest) {
        latest = newest;
        if (held) {
            newer.set(countNewer());
        } else {
            update();
        }
    }

    /** Keeps the list as it is, or lets it go on and catches up. */
    public void hold(boolean hold) {
        held = hold;
        if (!hold) {
            update();
        }
    }

    /** Goes to the moment that a line tells of, and to its request if it has one. */
    public void choose(FeedLine line) {
        playhead.pause();
        playhead.seek(line.at());
        line.request().ifPresent(request -> selection.set(new Selection.OfRequest(request)));
    }

    /** The lines of events; those that were told before are told by the same line. */
    private List<FeedLine> lines(List<Event> events) {
        var known = new HashMap<Long, FeedLine>();
        latest.forEach(line -> known.put(line.seq(), line));
        return events.stream()
                .flatMap(event ->
                        Optional.ofNullable(known.get(event.seq()))
                                .or(() -> FeedWords.of(event))
                                .stream())
                .limit(LINES_MAX)
                .toList();
    }

    private int countNewer() {
        if (lines.isEmpty()) {
            return latest.size();
        }
        long seen = lines.getFirst().seq();
        return (int) latest.stream().takeWhile(line -> line.seq() > seen).count();
    }

    /** Changes as little as possible, so that a list view keeps its place. */
    private void update() {
        newer.set(0);
        if (latest.isEmpty() || lines.isEmpty()) {
            lines.setAll(latest);
            return;
        }
        int inLatest = indexOf(latest, lines.getFirst());
        int inLines = indexOf(lines, latest.getFirst());
        if (inLatest > 0) {
            lines.addAll(0, latest.subList(0, inLatest));
        } else if (inLines > 0) {
            lines.remove(0, inLines);
        } else if (inLatest < 0) {
            lines.setAll(latest);
            return;
        }
        if (lines.size() > latest.size()) {
            lines.remove(latest.size(), lines.size());
        } else if (lines.size() < latest.size()) {
            lines.addAll(latest.subList(lines.size(), latest.size()));
        }
        if (!lines.equals(latest)) {
            lines.setAll(latest);
        }
    }

    private static int indexOf(List<FeedLine> list, FeedLine line) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).seq() == line.seq()) {
                return i;
            }
        }
        return -1;
    }
}
