package cachescope.engine.event;

import cachescope.engine.event.EventLineReader.BadLineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a saved log event by event, in constant memory. What is no log of this format, has a gap,
 * or was cut off is refused with one sentence that names the line. For one thread at a time; blocks
 * on the file.
 */
public final class EventFileReader implements AutoCloseable {
    /** The longest line that is read, in bytes. */
    public static final int LINE_BYTES_MAX = 64 << 20;

    private static final byte[] FIRST_BYTES =
            "{\"seq\":0,\"type\":\"RunStarted\"".getBytes(StandardCharsets.UTF_8);
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final InputStream in;
    private final EventLineReader lines = new EventLineReader();
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private long bytesRead;
    private long line;

    private EventFileReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Whether a file begins as a saved log does, whatever its name; false where it cannot be read.
     */
    public static boolean recognises(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(FIRST_BYTES.length), FIRST_BYTES);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Opens a saved log; its first line is looked at when the first event is asked for. */
    public static EventFileReader open(Path file) throws EventFileException {
        try {
            if (Files.isDirectory(file)) {
                throw new EventFileException(file + " is a folder: expected an event log");
            }
            return new EventFileReader(file, Files.newInputStream(file));
        } catch (NoSuchFileException missing) {
            throw new EventFileException(file + " does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw new EventFileException(file + " cannot be read: permission denied", denied);
        } catch (IOException unreadable) {
            throw new EventFileException(
                    file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The next event; empty at the end of the file. */
    public Optional<Event> next() throws EventFileException {
        int end = endOfLine();
        boolean whole = end < to;
        if (!whole && from == to) {
            if (line == 0) {
                throw new EventFileException(file + " is empty: expected an event log");
            }
            return Optional.empty();
        }
        line++;
        var event = event(end, whole);
        from = Math.min(end + 1, to);
        return Optional.of(event);
    }

    /** How many bytes of the file were read so far. */
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public void close() throws EventFileException {
        try {
            in.close();
        } catch (IOException broken) {
            throw new EventFileException(
                    file + " cannot be closed: " + broken.getMessage(), broken);
        }
    }

    private Event event(int end, boolean whole) throws EventFileException {
        try {
            var event = lines.read(buffer, from, end - from);
            check(event);
            return event;
        } catch (BadLineException bad) {
            var cutOff = whole ? "" : "the last line is cut off, ";
            var kind = line == 1 ? "not an event log, " : "";
            throw new EventFileException(where() + kind + cutOff + bad.getMessage(), bad);
        }
    }

    private void check(Event event) throws BadLineException {
        if (line == 1 && !(event instanceof Event.RunStarted)) {
            throw new BadLineException("expected RunStarted first");
        }
        if (event instanceof Event.RunStarted run
                && run.formatVersion() != Event.RunStarted.FORMAT_VERSION) {
            throw new BadLineException(
                    "formatVersion is "
                            + run.formatVersion()
                            + ", this program reads "
                            + Event.RunStarted.FORMAT_VERSION);
        }
        if (event.seq() != line - 1) {
            throw new BadLineException("seq is " + event.seq() + ", expected " + (line - 1));
        }
    }

    /** Where the line at {@code from} ends: its line feed, or the end of the file. */
    private int endOfLine() throws EventFileException {
        int searched = from;
        while (true) {
            for (int i = searched; i < to; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            searched = to;
            int shifted = from;
            if (!fill()) {
                return to;
            }
            searched -= shifted - from;
        }
    }

    private boolean fill() throws EventFileException {
        if (to - from > LINE_BYTES_MAX) {
            line++;
            throw new EventFileException(where() + "longer than " + LINE_BYTES_MAX + " bytes");
        }
        int held = to - from;
        var target = held > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, from, target, 0, held);
        buffer = target;
        from = 0;
        to = held;
        try {
            int read = in.read(buffer, to, buffer.length - to);
            bytesRead += Math.max(0, read);
            to += Math.max(0, read);
            return read > 0;
        } catch (IOException broken) {
            throw new EventFileException(file + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    private String where() {
        return file + " line " + line + ": ";
    }
}
