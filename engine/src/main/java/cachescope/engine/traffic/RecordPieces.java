package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The records of a binary recording, found by their offsets, in bytes from 0. */
final class RecordPieces implements Pieces {
    /** How many records are read at once, at most. */
    private static final int RECORDS_READ = 4096;

    private final InputStream in;
    private final RecordParser parser;
    private final int length;
    private final byte[] bytes;
    private final ByteBuffer buffer;
    private int from;
    private int next;
    private int to;

    /** How many bytes lay before the ones at hand. */
    private long before;

    RecordPieces(InputStream content, RecordParser parser) {
        this.in = content;
        this.parser = parser;
        this.length = parser.length();
        this.bytes = new byte[RECORDS_READ * length];
        this.buffer = ByteBuffer.wrap(bytes).order(parser.order());
    }

    @Override
    public boolean advance() throws IOException {
        if (to - next < length) {
            fill();
        }
        from = next;
        next = Math.min(to, from + length);
        return from < to;
    }

    @Override
    public void parse(RequestSink requests) throws BadLine {
        if (next - from < length) {
            throw new BadLine(
                    "expected a record of "
                            + length
                            + " bytes, found the end after "
                            + (next - from)
                            + ": the recording is cut off");
        }
        parser.parse(buffer, from, requests);
    }

    /** Reads until one whole record is at hand, or what is left of one at the end. */
    private void fill() throws IOException {
        before += next;
        System.arraycopy(bytes, next, bytes, 0, to - next);
        to -= next;
        next = 0;
        int read = 0;
        while (read >= 0 && to < length) {
            read = in.read(bytes, to, bytes.length - to);
            to += Math.max(0, read);
        }
    }

    @Override
    public Parser parser() {
        return parser;
    }

    @Override
    public String place() {
        return "byte " + (before + from);
    }

    @Override
    public String name() {
        return "record";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
