package cachescope.engine.traffic;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * A source of recorded traffic that was opened: its content, decompressed if it is compressed,
 * which is told by its first bytes and not by its name. Blocks while reading; for one thread.
 */
final class OpenedSource implements Closeable {
    private static final int CHUNK = 64 << 10;

    private final String label;
    private final CountedBytes bytes;
    private InputStream content;

    private OpenedSource(String label, CountedBytes bytes, InputStream content) {
        this.label = label;
        this.bytes = bytes;
        this.content = content;
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

    InputStream content() {
        return content;
    }

    long bytesRead() {
        return bytes.count();
    }

    /** What it begins with; that can still be read. A source without any byte is refused. */
    Beginning beginning() throws TrafficException {
        try {
            var beginning = Beginning.of(content);
            if (beginning.isEmpty()) {
                throw new TrafficException(label + " is empty: expected at least one request");
            }
            content = new SequenceInputStream(new ByteArrayInputStream(beginning.bytes()), content);
            return beginning;
        } catch (IOException failure) {
            throw unreadable(label, failure);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** What an exception of reading means to a person. */
    static TrafficException unreadable(String label, IOException failure) {
        if (Compression.isCutOff(failure)) {
            return new TrafficException(
                    label + " is cut off: its compressed content ends in the middle", failure);
        }
        var clause =
                Compression.broken(failure)
                        .map(compression ->
                                " is damaged: expected "
                                        + compression.label()
                                        + ", found bytes that are not ("
                                        + failure.getMessage()
                                        + ")")
                        .orElse(" cannot be read: " + failure.getMessage());
        return new TrafficException(label + clause, failure);
    }

    private static InputStream decompressed(String label, BufferedInputStream in)
            throws IOException, TrafficException {
        in.mark(Compression.MAGIC_LENGTH);
        var compression = Compression.toldBy(in.readNBytes(Compression.MAGIC_LENGTH));
        in.reset();
        return compression.isPresent() ? compression.get().decompressed(label, in) : in;
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
