package cachescope.app;

import cachescope.app.export.Done;
import cachescope.app.picture.Film;
import cachescope.app.picture.FilmSpan;
import cachescope.app.picture.Picture;
import cachescope.app.picture.PictureSize;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * The pictures of a film between who paints them, on the FX thread, and who writes them, on
 * another. Few wait in between: who is faster waits for the other.
 */
final class FilmReel {
    private static final int WAITING_MAX = 2;

    private final BlockingQueue<Frame> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final OffScreenWindow window;
    private final FilmSpan span;
    private final double rate;
    private final PictureSize size;
    private int turnedTo = -1;
    private int painted;
    private boolean failed;

    /** What comes next on the film, or why nothing more comes. */
    private sealed interface Frame {
        record Painted(Picture picture) implements Frame {}

        record Missing(String reason) implements Frame {}
    }

    FilmReel(OffScreenWindow window, FilmSpan span, double rate, PictureSize size) {
        this.window = window;
        this.span = span;
        this.rate = rate;
        this.size = size;
    }

    /** Paints the next picture if it is wanted and can be painted; at most one. FX thread. */
    void paint() {
        if (failed || painted == span.pictures() || waiting.remainingCapacity() == 0) {
            return;
        }
        if (turnedTo != painted) {
            turnedTo = painted;
            window.turnTo(span.momentOf(painted), rate, true);
        }
        if (!window.isReady()) {
            return;
        }
        var failure = window.failure();
        failed = failure.isPresent();
        waiting.add(
                failed
                        ? new Frame.Missing(failure.orElseThrow())
                        : new Frame.Painted(window.picture(size)));
        painted++;
    }

    /** Writes all pictures as they come. Blocks; throws if it is interrupted, too. */
    void writeTo(Film film, Consumer<Done.Part> told) throws IOException {
        for (int written = 0; written < span.pictures(); written++) {
            told.accept(
                    new Done.Part(
                            "Picture " + (written + 1) + " of " + span.pictures(),
                            (double) written / span.pictures()));
            film.add(next());
        }
    }

    private Picture next() throws IOException {
        try {
            return switch (waiting.take()) {
                case Frame.Painted(Picture picture) -> picture;
                case Frame.Missing(String reason) -> throw new IOException(reason);
            };
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("cancelled");
            interrupted.initCause(cancelled);
            throw interrupted;
        }
    }
}
