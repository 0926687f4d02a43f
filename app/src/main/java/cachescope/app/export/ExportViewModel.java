package cachescope.app.export;

import cachescope.app.picture.FilmFile;
import cachescope.app.picture.FilmSpan;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.strategy.Durations;
import cachescope.engine.strategy.StrategyException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** What is to be saved, and what that comes to. For the FX thread. */
public final class ExportViewModel {
    /** The frames a second that a film can have. */
    public static final List<Integer> FRAMES_PER_SECOND = List.of(5, 10, 15, 25);

    /** The widths that a film can have, in pixels. */
    public static final List<Integer> WIDTHS = List.of(640, 960, 1280, 1440);

    private final ObjectProperty<ExportKind> kind =
            new SimpleObjectProperty<>(this, "kind", ExportKind.PICTURE);
    private final StringProperty length = new SimpleStringProperty(this, "length", "4s");
    private final IntegerProperty framesPerSecond =
            new SimpleIntegerProperty(this, "framesPerSecond", 10);
    private final IntegerProperty width = new SimpleIntegerProperty(this, "width", 960);
    private final StringProperty from = new SimpleStringProperty(this, "from", "0");
    private final StringProperty to = new SimpleStringProperty(this, "to", "1s");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final Exporter exporter;
    private final ReadOnlyObjectProperty<Done> done;
    private long time;
    private double rate = 1;

    public ExportViewModel(Exporter exporter, ReadOnlyObjectProperty<Done> done) {
        this.exporter = exporter;
        this.done = done;
        for (ObservableValue<?> wish : List.of(kind, length, framesPerSecond, width, from, to)) {
            wish.subscribe(this::judge);
        }
    }

    public ObjectProperty<ExportKind> kindProperty() {
        return kind;
    }

    /** How long the film takes to watch, as people write durations. */
    public StringProperty lengthProperty() {
        return length;
    }

    public IntegerProperty framesPerSecondProperty() {
        return framesPerSecond;
    }

    /** The film's width in pixels. */
    public IntegerProperty widthProperty() {
        return width;
    }

    /** The run's time from which events are saved. */
    public StringProperty fromProperty() {
        return from;
    }

    /** The run's time up to which they are. */
    public StringProperty toProperty() {
        return to;
    }

    /** What will be saved, in a sentence. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Why it cannot be saved as it is wished for; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How far the writing is. */
    public ReadOnlyObjectProperty<Done> doneProperty() {
        return done;
    }

    /**
     * Begins where the playhead stands.
     *
     * @param playheadRate run time a time of the screen
     * @param logEnd the time of the last event so far
     */
    public void begin(long playhead, double playheadRate, long logEnd) {
        time = Math.min(playhead, logEnd);
        rate = playheadRate;
        from.set(Durations.print(Duration.ofNanos(time)));
        to.set(Durations.print(Duration.ofNanos(logEnd)));
        judge();
    }

    /** Writes it to a file. */
    public void save(Path file) {
        judge();
        if (!problem.get().isEmpty()) {
            return;
        }
        if (kind.get() != ExportKind.LOG && FilmFile.of(file).isEmpty()) {
            problem.set("Expected a name that ends in .png or .gif, but found " + file + ".");
            return;
        }
        try {
            switch (kind.get()) {
                case PICTURE -> exporter.picture(file);
                case FILM -> exporter.film(film(), rate, width.get(), file);
                case LOG -> exporter.log(nanos(from), nanos(to), file);
            }
        } catch (StrategyException | IllegalArgumentException wrong) {
            problem.set(sentence(wrong));
        }
    }

    /** Gives up what is being written. */
    public void cancel() {
        exporter.cancel();
    }

    private void judge() {
        try {
            words.set(
                    switch (kind.get()) {
                        case PICTURE -> "The window as it is now, as PNG or GIF.";
                        case FILM -> filmWords(film());
                        case LOG -> logWords(nanos(from), nanos(to));
                    });
            problem.set("");
        } catch (StrategyException | IllegalArgumentException wrong) {
            words.set("");
            problem.set(sentence(wrong));
        }
    }

    private FilmSpan film() throws StrategyException {
        double span = nanos(length) * rate;
        return FilmSpan.of(time, time + Math.max(1, Math.round(span)), rate, framesPerSecond.get());
    }

    private String filmWords(FilmSpan span) {
        return Counts.of(span.pictures(), "picture", "pictures")
                + ", from "
                + Times.clock(time)
                + " on, at the playhead's rate ("
                + Times.stretch(rate)
                + "). GIF is shown everywhere; an animated PNG keeps every colour.";
    }

    private static String logWords(long first, long last) {
        if (last < first) {
            throw new IllegalArgumentException("the span ends before it begins");
        }
        return "Every event from "
                + Times.clock(first)
                + " to "
                + Times.clock(last)
                + " with its keys in full, one JSON object a line. A span that does not begin with the run is for other programs: it cannot be opened as a log.";
    }

    private static long nanos(StringProperty text) throws StrategyException {
        return Durations.parse(text.get().strip()).toNanos();
    }

    private static String sentence(Exception wrong) {
        var message = String.valueOf(wrong.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
