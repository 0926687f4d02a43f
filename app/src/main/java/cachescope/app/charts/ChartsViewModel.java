package cachescope.app.charts;

import cachescope.app.charts.Points.Point;
import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.app.words.Times;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.Markers;
import cachescope.engine.projection.Timeline;
import cachescope.engine.projection.Timeline.Series;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the charts show: one axis of time for all, the values at the playhead or, while the mouse is
 * over one, at the time under it. For the FX thread.
 */
public final class ChartsViewModel implements Screen {
    private static final long SPAN_MIN_NANOS = 10_000_000_000L;
    private static final long VALUE_WINDOW_NANOS = 1_000_000_000L;

    /** A change that is smaller than this part of the whole is not seen. */
    private static final long STEPS = 500;

    private final Points points = new Points();
    private final Map<Chart, ReadOnlyStringWrapper> values = new EnumMap<>(Chart.class);
    private final ReadOnlyStringWrapper moment = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper shows = new ReadOnlyLongWrapper();
    private OptionalLong pointed = OptionalLong.empty();
    private List<Long> changes = List.of();
    private long time;
    private long numbersTime;
    private long shownRequests = -1;
    private long span = SPAN_MIN_NANOS;
    private Timeline timeline = new Timeline();
    private @Nullable EventLog log;

    public ChartsViewModel() {
        for (var chart : Chart.values()) {
            values.put(chart, new ReadOnlyStringWrapper("–"));
        }
    }

    /** The value of a chart in words, at the playhead or where the mouse points. */
    public ReadOnlyStringProperty valueProperty(Chart chart) {
        return value(chart).getReadOnlyProperty();
    }

    /** The time that the values are of while the mouse points at one; else empty. */
    public ReadOnlyStringProperty momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** Whether nothing has happened yet. */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** Grows whenever there is something else to draw. */
    public ReadOnlyLongProperty showsProperty() {
        return shows.getReadOnlyProperty();
    }

    /**
     * Takes in what is to be shown. What would move nothing by a hair's breadth is left for a later
     * frame.
     */
    @Override
    public void show(Frame frame) {
        long total = frame.whole().timeline().total(Series.REQUESTS);
        boolean moved =
                Math.abs(frame.time() - time) > span / STEPS
                        || frame.liveEdge() - span > span / STEPS;
        boolean grown = Math.abs(total - shownRequests) > shownRequests / STEPS;
        if (moved || grown || frame.log() != log) {
            shownRequests = total;
            take(frame);
        }
    }

    private void take(Frame frame) {
        if (frame.log() != log) {
            log = frame.log();
            points.clear();
        }
        timeline = frame.whole().timeline();
        points.update(timeline);
        changes =
                frame.whole().markers().all().stream()
                        .filter(marker -> marker.kind() == Markers.Kind.STRATEGY_CHANGED)
                        .map(Markers.Marker::at)
                        .toList();
        time = frame.timeInRun();
        numbersTime = frame.numbersTime();
        span = Math.max(SPAN_MIN_NANOS, frame.liveEdge());
        empty.set(
                timeline.total(Series.REQUESTS) == 0 && timeline.total(Series.DATABASE_CALLS) == 0);
        update();
    }

    /** Shows the values of a time, in nanoseconds. */
    void pointAt(long at) {
        pointed = OptionalLong.of(Math.clamp(at, 0, span));
        update();
    }

    /** Shows the values at the playhead again. */
    void pointAway() {
        pointed = OptionalLong.empty();
        update();
    }

    List<Point> points() {
        return points.all();
    }

    /** When the strategy was changed. */
    List<Long> changes() {
        return changes;
    }

    OptionalLong pointed() {
        return pointed;
    }

    long time() {
        return time;
    }

    /** How much time the axis shows, from 0. */
    long span() {
        return span;
    }

    private void update() {
        for (var chart : Chart.values()) {
            value(chart).set(chart.words(valueNow(chart)));
        }
        moment.set(pointed.isPresent() ? "at " + Times.clock(pointed.getAsLong()) : "");
        shows.set(shows.get() + 1);
    }

    private OptionalDouble valueNow(Chart chart) {
        if (points.all().isEmpty()) {
            return OptionalDouble.empty();
        }
        return pointed.isPresent()
                ? chart.of(points.at(pointed.getAsLong()).trailing())
                : chart.of(timeline.trailing(numbersTime, VALUE_WINDOW_NANOS));
    }

    private ReadOnlyStringWrapper value(Chart chart) {
        return values.getOrDefault(chart, new ReadOnlyStringWrapper("–"));
    }
}
