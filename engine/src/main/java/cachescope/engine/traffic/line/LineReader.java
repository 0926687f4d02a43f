package cachescope.engine.traffic.line;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads text line by line in bounded memory. A line ends with LF, CR LF or the end of the input; a
 * byte order mark before the first one is passed over. Blocks while reading; for one thread.
 */
public final class LineReader implements Closeable {
    /** The longest line that is read, in bytes. A longer one is passed over and said to be bad. */
    public static final int LONGEST_LINE = 8 << 20;

    private static final int CHUNK = 64 << 10;
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private int from;
    private int to;

    private byte[] line = new byte[CHUNK];
    private int length;
    private boolean tooLong;
    private long number;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false if there is none. */
    public boolean advance() throws IOException {
        length = 0;
        tooLong = false;
        if (line.length > 1 << 20) {
            line = new byte[CHUNK];
        }
        boolean any = false;
        while (from < to || fill()) {
            any = true;
            int end = endOfLine();
            append(end);
            if (end < to) {
                from = end + 1;
                break;
            }
            from = end;
        }
        number += any ? 1 : 0;
        return any;
    }

    /** The number of the present line, counted from 1. */
    public long number() {
        return number;
    }

    /** The present line without its end. */
    public String text() throws BadLine {
        if (tooLong) {
            throw new BadLine(
                    "expected a line of at most " + LONGEST_LINE + " bytes, found a longer one");
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        int start = number == 1 && startsWithMark(end) ? 3 : 0;
        var text = new String(line, start, end - start, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            checkUtf8(start, end);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(chunk, 0, CHUNK));
        return to > 0;
    }

    private int endOfLine() {
        int index = from;
        while (index < to && chunk[index] != '\n') {
            index++;
        }
        return index;
    }

    private void append(int end) {
        int more = end - from;
        if (tooLong || length + more > LONGEST_LINE) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line =
                    Arrays.copyOf(
                            line, Math.max(length + more, Math.min(LONGEST_LINE, line.length * 2)));
        }
        System.arraycopy(chunk, from, line, length, more);
        length += more;
    }

    private boolean startsWithMark(int end) {
        return end >= 3
                && line[0] == (byte) 0xEF
                && line[1] == (byte) 0xBB
                && line[2] == (byte) 0xBF;
    }

    private void checkUtf8(int start, int end) throws BadLine {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, start, end - start));
        } catch (CharacterCodingException _) {
            throw new BadLine("expected UTF-8 text, found bytes that are not UTF-8");
        }
    }
}
