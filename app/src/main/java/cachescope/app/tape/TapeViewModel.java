package cachescope.app.tape;

import cachescope.app.axis.Stops;
import cachescope.app.frame.Beside;
import cachescope.app.frame.Frame;
import cachescope.app.frame.Playhead;
import cachescope.app.words.Times;
import cachescope.engine.projection.Markers;
import cachescope.engine.projection.Markers.Marker;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What the tape says and does: the time shown, how long the run is, the playhead's ways. For the FX
 * thread.
 */
public final class TapeViewModel {
    /** The playhead rates at which its slider rests. */
    public static final Stops RATES = Stops.ofDecades(-4, 3);

    private final Playhead playhead;
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper(Times.clock(0));
    private final ReadOnlyStringWrapper length =
            new ReadOnlyStringWrapper("of " + Times.clockToSecond(0));
    private OptionalLong expected = OptionalLong.empty();
    private TapeSpan span = TapeSpan.of(0, false, OptionalLong.empty());
    private List<Marker> markers = List.of();
    private long shownTime;
    private long liveEdge;

    public TapeViewModel(Playhead playhead) {
        this.playhead = playhead;
    }

    public Playhead playhead() {
        return playhead;
    }

    /** The time now shown: {@code 03:41.386}. */
    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    /** How long the recording is, or the run so far where nobody knows: {@code of 06:12}. */
    public ReadOnlyStringProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    /** Says when the recording will be over, in nanoseconds of the run; empty if nobody knows. */
    public void expect(OptionalLong end) {
        expected = end;
    }

    /** Takes in what is to be shown. */
    public void show(Frame frame) {
        shownTime = frame.timeInRun();
        liveEdge = frame.following() ? Math.max(frame.liveEdge(), shownTime) : frame.liveEdge();
        long edge = Math.max(liveEdge, frame.beside().map(Beside::liveEdge).orElse(0L));
        boolean ended = frame.ended() && frame.beside().map(Beside::ended).orElse(true);
        span = TapeSpan.of(Math.max(edge, shownTime), ended, expected);
        markers = frame.whole().markers().all();
        time.set(Times.clock(shownTime));
        length.set("of " + Times.clockToSecond(lengthOf(frame)));
    }

    private long lengthOf(Frame frame) {
        return frame.ended() ? frame.liveEdge() : expected.orElse(frame.liveEdge());
    }

    /** The playhead rate in words: {@code 0.00025 ×}. */
    public static String rateWords(double rate) {
        return Times.factor(rate);
    }

    /** What a playhead rate means: {@code 1 ms takes 4 s}. */
    public static String rateMeaning(double rate) {
        return Times.stretch(rate);
    }

    /** That time was passed over: {@code 12.4 s skipped}; empty where none was. */
    public static String skipWords(Number nanos) {
        return nanos.longValue() == 0 ? "" : Times.roundLength(nanos.longValue()) + " skipped";
    }

    /** Moves the playhead to the marker before the time shown, or to the start if there is none. */
    public void toPreviousMarker() {
        previousMarker().ifPresentOrElse(marker -> playhead.seek(marker.at()), playhead::toStart);
    }

    /** Moves the playhead to the next marker; does nothing if there is none. */
    public void toNextMarker() {
        nextMarker().ifPresent(marker -> playhead.seek(marker.at()));
    }

    /** The last marker before the time shown. */
    Optional<Marker> previousMarker() {
        return markers.stream()
                .filter(marker -> marker.at() < shownTime)
                .reduce((_, later) -> later);
    }

    /** The first marker after the time shown. */
    Optional<Marker> nextMarker() {
        return markers.stream().filter(marker -> marker.at() > shownTime).findFirst();
    }

    /** The time shown, never beyond the end of a run that is over. */
    long time() {
        return shownTime;
    }

    /**
     * How far the run has come: its last event, or the playhead where that follows through a
     * stretch without any.
     */
    long liveEdge() {
        return liveEdge;
    }

    TapeSpan span() {
        return span;
    }

    /** A marker in full: when, and what. */
    static String sentence(Markers.Marker marker) {
        return Times.clock(marker.at()) + "  " + MarkerWords.of(marker);
    }
}
