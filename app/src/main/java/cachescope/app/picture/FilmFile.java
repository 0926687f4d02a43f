package cachescope.app.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What kind of picture a file holds, by the end of its name. */
public enum FilmFile {
    /** PNG: every colour; more than one picture make an animated PNG, which browsers show. */
    PNG {
        @Override
        public Film open(OutputStream out, FilmSpan span) {
            return new PngFilm(
                    new BufferedOutputStream(out), span.pictures(), span.framesPerSecond());
        }
    },
    /** GIF: 256 colours a picture, shown everywhere. */
    GIF {
        @Override
        public Film open(OutputStream out, FilmSpan span) throws IOException {
            return new GifFilm(new BufferedOutputStream(out), span.framesPerSecond());
        }
    };

    /** Begins a film; closing it closes the stream. */
    public abstract Film open(OutputStream out, FilmSpan span) throws IOException;

    /** The kind of a file; empty if its name does not tell. */
    public static Optional<FilmFile> of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (var kind : values()) {
            if (name.endsWith(kind.ending())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The end of the name, such as {@code .png}. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
