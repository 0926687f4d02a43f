package cachescope.app.export;

import cachescope.app.picture.FilmSpan;
import java.nio.file.Path;

/**
 * Writes what a person wants to keep. Called on the FX thread; all calls return soon, and how far
 * it is, is told by {@link Done}. One thing is written at a time: while one is, others are passed
 * over.
 */
public interface Exporter {

    /** Writes a picture of the window as it is. */
    void picture(Path file);

    /** Writes a film of a span. */
    void film(FilmSpan span, double rate, int width, Path file);

    /** Writes the events of a span of time, both ends included. */
    void log(long from, long to, Path file);

    /** Gives up what is being written; nothing is left of it. */
    void cancel();
}
