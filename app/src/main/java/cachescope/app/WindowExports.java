package cachescope.app;

import cachescope.app.export.Done;
import cachescope.app.export.Exporter;
import cachescope.app.export.RootPicture;
import cachescope.app.files.WholeFile;
import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Selection;
import cachescope.app.picture.Caption;
import cachescope.app.picture.FilmFile;
import cachescope.app.picture.FilmSpan;
import cachescope.app.picture.PictureSize;
import cachescope.app.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a person wants to keep of the window: paints on the FX thread, a picture a frame at
 * most, and writes on a thread of its own. FX thread only.
 */
final class WindowExports implements Exporter, AutoCloseable {
    private static final long ENDING_SECONDS_MAX = 5;

    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("export").factory());
    private final ReadOnlyObjectWrapper<Done> done =
            new ReadOnlyObjectWrapper<>(this, "done", new Done.Nothing());
    private final FrameClock clock;
    private final Region root;
    private final Theme theme;
    private final Supplier<Selection> selection;
    private final Supplier<Caption> caption;
    private volatile Done told = new Done.Nothing();
    private @Nullable Future<?> writing;
    private @Nullable FilmReel reel;
    private @Nullable OffScreenWindow painter;

    WindowExports(
            FrameClock clock,
            Region root,
            Theme theme,
            Supplier<Selection> selection,
            Supplier<Caption> caption) {
        this.clock = clock;
        this.root = root;
        this.theme = theme;
        this.selection = selection;
        this.caption = caption;
    }

    /** How far the writing is. */
    ReadOnlyObjectProperty<Done> doneProperty() {
        return done.getReadOnlyProperty();
    }

    @Override
    public void picture(Path file) {
        if (isBusy()) {
            return;
        }
        var picture = RootPicture.of(root, size());
        var kind = FilmFile.of(file).orElse(FilmFile.PNG);
        write(
                file,
                part -> {
                    try (var film = kind.open(Files.newOutputStream(part), FilmSpan.still(0))) {
                        film.add(picture);
                    }
                });
    }

    @Override
    public void film(FilmSpan span, double rate, int width, Path file) {
        if (isBusy()) {
            return;
        }
        var window = painter == null ? new OffScreenWindow(theme) : painter;
        painter = window;
        window.resize(size());
        window.show(clock.log(), caption.get(), selection.get());
        var next = new FilmReel(window, span, rate, size().withWidth(width));
        reel = next;
        var kind = FilmFile.of(file).orElse(FilmFile.GIF);
        write(
                file,
                part -> {
                    try (var film = kind.open(Files.newOutputStream(part), span)) {
                        next.writeTo(film, this::tell);
                    }
                });
    }

    @Override
    public void log(long from, long to, Path file) {
        if (!isBusy()) {
            var span = new LogSpan(clock.log(), from, to);
            write(file, part -> span.writeTo(part, this::tell));
        }
    }

    @Override
    public void cancel() {
        if (writing != null) {
            writing.cancel(true);
            told = new Done.All("Cancelled; no file was written.");
            rest();
        }
    }

    /** Paints what a film needs next, and tells how far it is. Once a frame. */
    void look() {
        var filming = reel;
        if (filming != null && told instanceof Done.Part) {
            filming.paint();
        } else if (filming != null) {
            rest();
        }
        if (!told.equals(done.get())) {
            done.set(told);
        }
    }

    /** Gives up what is being written, and waits until nothing is left of it. */
    @Override
    public void close() {
        cancel();
        writer.shutdownNow();
        try {
            writer.awaitTermination(ENDING_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        if (painter != null) {
            painter.close();
        }
    }

    private boolean isBusy() {
        return writing != null && !writing.isDone();
    }

    private void write(Path file, WholeFile.Content content) {
        told = new Done.Part("Writing " + file.getFileName(), -1);
        writing =
                writer.submit(() -> {
                    Done outcome;
                    try {
                        WholeFile.write(file, content);
                        outcome = new Done.All("Saved " + file + ".");
                    } catch (IOException unwritable) {
                        var sentence = String.valueOf(unwritable.getMessage());
                        outcome =
                                new Done.All(
                                        Character.toUpperCase(sentence.charAt(0))
                                                + sentence.substring(1)
                                                + ".");
                    }
                    if (!Thread.interrupted()) {
                        told = outcome;
                    }
                });
    }

    private void tell(Done.Part part) {
        if (!Thread.currentThread().isInterrupted()) {
            told = part;
        }
    }

    private void rest() {
        reel = null;
        if (painter != null) {
            painter.rest();
        }
    }

    private PictureSize size() {
        return new PictureSize((int) root.getWidth(), (int) root.getHeight());
    }
}
