package cachescope.engine.traffic;

import cachescope.engine.traffic.line.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Recorded traffic in a file, on standard input or in a pipe. Making one looks at the beginning:
 * what is missing, empty or in no known format is refused then. A file can be read many times, also
 * at the same time; the others once.
 */
public final class TrafficFile implements Traffic {
    /** The argument that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private final String label;
    private final String name;
    private final Format format;
    private final ReadingOptions options;
    private final OptionalLong totalBytes;
    private final @Nullable Path file;
    private @Nullable OpenedSource passingBy;

    private TrafficFile(
            String label,
            String name,
            OpenedSource beginning,
            ReadingOptions options,
            OptionalLong totalBytes,
            @Nullable Path file)
            throws TrafficException {
        this.label = label;
        this.name = name;
        this.format = Recognition.of(label, beginning.beginning(), options);
        this.options = options;
        this.totalBytes = totalBytes;
        this.file = file;
        this.passingBy = file == null ? beginning : null;
    }

    /**
     * The traffic that a command line names: a file, or {@value #STANDARD_INPUT} for standard
     * input.
     */
    public static TrafficFile of(String argument, ReadingOptions options) throws TrafficException {
        if (argument.equals(STANDARD_INPUT)) {
            return of("standard input", System.in, options);
        }
        try {
            return of(Path.of(argument), options);
        } catch (InvalidPathException impossible) {
            throw new TrafficException(
                    Excerpt.of(argument) + " is no name of a file: " + impossible.getReason(),
                    impossible);
        }
    }

    /** The traffic in a file or a named pipe. */
    public static TrafficFile of(Path path, ReadingOptions options) throws TrafficException {
        var label = path.toString();
        var name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) {
            throw new TrafficException(label + " is a folder: expected a file of recorded traffic");
        }
        if (!Files.isRegularFile(path)) {
            var beginning = OpenedSource.of(label, new PassingBy(open(path)));
            return new TrafficFile(label, name, beginning, options, OptionalLong.empty(), null);
        }
        try (var beginning = OpenedSource.of(label, open(path))) {
            return new TrafficFile(
                    label, name, beginning, options, OptionalLong.of(Files.size(path)), path);
        } catch (IOException failure) {
            throw OpenedSource.unreadable(label, failure);
        }
    }

    /**
     * Traffic that passes by once, under a name for messages. The stream is closed with the
     * requests' stream.
     */
    public static TrafficFile of(String name, InputStream in, ReadingOptions options)
            throws TrafficException {
        var beginning = OpenedSource.of(name, new PassingBy(in));
        return new TrafficFile(name, name, beginning, options, OptionalLong.empty(), null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String format() {
        return format.label();
    }

    @Override
    public OptionalLong totalBytes() {
        return totalBytes;
    }

    @Override
    public RequestStream open() throws TrafficException {
        var source = file == null ? takePassingBy() : OpenedSource.of(label, open(file));
        return new RecordedRequests(
                label, source, format.pieces(source.content(), options), options.skipBad());
    }

    private synchronized OpenedSource takePassingBy() throws TrafficException {
        var source = passingBy;
        if (source == null) {
            throw new TrafficException(
                    label + " can be read only once: save it to a file to read it again");
        }
        passingBy = null;
        return source;
    }

    private static InputStream open(Path path) throws TrafficException {
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException missing) {
            throw new TrafficException(
                    path + " does not exist: expected a file of recorded traffic", missing);
        } catch (AccessDeniedException denied) {
            throw new TrafficException(
                    path + " may not be read: expected a file with permission to read", denied);
        } catch (IOException failure) {
            throw OpenedSource.unreadable(path.toString(), failure);
        }
    }
}
