package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.LineReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A source of recorded traffic that was opened: its text, decompressed if it is gzip, which is told
 * by its first bytes and not by its name. Blocks while reading; for one thread.
 */
final class OpenedSource implements Closeable {
    /** How far into the text its first line is looked for, in bytes. */
    private static final int LONGEST_BEGINNING = LineReader.LONGEST_LINE;

    private static final int CHUNK = 64 << 10;

    private static final int MAGIC_LENGTH = 6;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final String label;
    private final CountedBytes bytes;
    private final BufferedInputStream text;

    private OpenedSource(String label, CountedBytes bytes, InputStream text) {
        this.label = label;
        this.bytes = bytes;
        this.text = new BufferedInputStream(text, CHUNK);
    }

    /** Begins to read {@code in}, which is closed with the opened source, or now if this fails. */
    static OpenedSource of(String label, InputStream in) throws TrafficException {
        var bytes = new CountedBytes(in);
        try {
            var buffered = new BufferedInputStream(bytes, CHUNK);
            return new OpenedSource(label, bytes, decompressed(label, buffered));
        } catch (IOException failure) {
            throw closing(in, unreadable(label, failure));
        } catch (TrafficException refused) {
            throw closing(in, refused);
        }
    }

    InputStream text() {
        return text;
    }

    long bytesRead() {
        return bytes.count();
    }

    /**
     * The first line that is not blank, cut if it is very long; what was looked at can still be
     * read.
     */
    String firstLine() throws TrafficException {
        try {
            var beginning = beginning();
            if (beginning.length == 0) {
                throw new TrafficException(label + " is empty: expected at least one request");
            }
            checkIsText(beginning);
            var lines = new LineReader(new ByteArrayInputStream(beginning));
            while (lines.advance()) {
                var line = lines.text();
                if (!line.isBlank()) {
                    return line;
                }
            }
            throw new TrafficException(label + " holds no request: its beginning is blank");
        } catch (IOException failure) {
            throw unreadable(label, failure);
        } catch (BadLine bad) {
            throw new TrafficException(label + ", at its beginning: " + bad.getMessage(), bad);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** What an exception of reading means to a person. */
    static TrafficException unreadable(String label, IOException failure) {
        return switch (failure) {
            case EOFException _ ->
                    new TrafficException(
                            label + " is cut off: its compressed content ends in the middle",
                            failure);
            case ZipException _ ->
                    new TrafficException(
                            label
                                    + " is damaged: expected gzip, found bytes that are not ("
                                    + failure.getMessage()
                                    + ")",
                            failure);
            default ->
                    new TrafficException(
                            label + " cannot be read: " + failure.getMessage(), failure);
        };
    }

    private static InputStream decompressed(String label, BufferedInputStream in)
            throws IOException, TrafficException {
        in.mark(MAGIC_LENGTH);
        var magic = new String(in.readNBytes(MAGIC_LENGTH), StandardCharsets.ISO_8859_1);
        in.reset();
        if (magic.startsWith("\u001F\u008B")) {
            return new GZIPInputStream(in, CHUNK);
        }
        var compression = otherCompression(magic);
        if (!compression.isEmpty()) {
            throw new TrafficException(
                    label + " is compressed with " + compression + ": expected text or gzip");
        }
        return in;
    }

    private static String otherCompression(String magic) {
        if (magic.startsWith("\u00FD7zXZ")) {
            return "xz";
        }
        if (magic.startsWith("(\u00B5/\u00FD")) {
            return "zstd";
        }
        if (magic.startsWith("BZh")) {
            return "bzip2";
        }
        return magic.startsWith("PK\u0003\u0004") ? "zip" : "";
    }

    /**
     * Reads up to the end of the first line that is not blank, and goes back. A pipe is not waited
     * for beyond that.
     */
    private byte[] beginning() throws IOException {
        text.mark(LONGEST_BEGINNING);
        var beginning = new ByteArrayOutputStream();
        boolean anything = false;
        while (beginning.size() < LONGEST_BEGINNING) {
            int next = text.read();
            if (next < 0 || (anything && next == '\n')) {
                break;
            }
            anything |= next > ' ' && !isMark(next, beginning.size());
            beginning.write(next);
        }
        text.reset();
        text.mark(0); // Else the buffer would go on growing up to the mark's limit.
        return beginning.toByteArray();
    }

    private static boolean isMark(int value, int index) {
        return index < BYTE_ORDER_MARK.length && value == BYTE_ORDER_MARK[index];
    }

    private void checkIsText(byte[] beginning) throws TrafficException {
        var start = new String(beginning, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
            throw new TrafficException(label + " is text in UTF-16: expected UTF-8");
        }
        if (start.indexOf('\0') >= 0) {
            throw new TrafficException(
                    label + " is binary: expected text in one of the formats " + Format.labels());
        }
    }

    private static TrafficException closing(InputStream in, TrafficException failure) {
        try {
            in.close();
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
        return failure;
    }
}
