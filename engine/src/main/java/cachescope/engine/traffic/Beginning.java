package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.LineReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a source begins with: as much of it as tells its format. That is its first line that is not
 * blank and what came along with it; of binary content, some records.
 */
final class Beginning {
    /** How far into the text its first line is looked for, in bytes. */
    private static final int LONGEST = LineReader.LONGEST_LINE;

    private static final int CHUNK = 64 << 10;
    private static final int ENOUGH_OF_RECORDS = 32;
    private static final int MOST_LINES = 100;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private boolean anything;
    private boolean line;
    private boolean binary;

    private Beginning() {}

    /** Reads until it tells enough, and blocks so long; a pipe is not waited for beyond that. */
    static Beginning of(InputStream in) throws IOException {
        var beginning = new Beginning();
        var chunk = new byte[CHUNK];
        while (!beginning.isEnough()) {
            int length = in.read(chunk, 0, CHUNK);
            if (length < 0) {
                break;
            }
            beginning.add(chunk, length);
        }
        return beginning;
    }

    private boolean isEnough() {
        return read.size() >= LONGEST || (binary ? read.size() >= ENOUGH_OF_RECORDS : line);
    }

    private void add(byte[] chunk, int length) {
        for (int index = 0; index < length; index++) {
            int value = chunk[index] & 0xFF;
            line |= anything && value == '\n';
            binary |= value == 0;
            anything |= value > ' ' && !isMark(value, read.size() + index);
        }
        read.write(chunk, 0, length);
    }

    private static boolean isMark(int value, int index) {
        return index < BYTE_ORDER_MARK.length && value == BYTE_ORDER_MARK[index];
    }

    byte[] bytes() {
        return read.toByteArray();
    }

    boolean isEmpty() {
        return read.size() == 0;
    }

    /** Whether there is a byte of zero, which text never holds. */
    boolean holdsZero() {
        return binary;
    }

    /** Whether it has the mark of text in UTF-16. */
    boolean isMarkedUtf16() {
        var start = new String(bytes(), StandardCharsets.ISO_8859_1);
        return start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF");
    }

    /**
     * The first lines that are not blank: one at least, cut if it is very long, unless all is
     * blank; others only if they are whole.
     */
    List<String> lines() throws BadLine {
        var lines = new ArrayList<String>();
        var bytes = bytes();
        var reader = new LineReader(new ByteArrayInputStream(bytes, 0, wholeLines(bytes)));
        while (lines.size() < MOST_LINES && advance(reader)) {
            try {
                var text = reader.text();
                if (!text.isBlank()) {
                    lines.add(text);
                }
            } catch (BadLine bad) {
                if (lines.isEmpty()) {
                    throw bad;
                }
                break;
            }
        }
        return lines;
    }

    private static boolean advance(LineReader reader) {
        try {
            return reader.advance();
        } catch (IOException failure) {
            throw new UncheckedIOException("bytes in memory cannot be read", failure);
        }
    }

    /** The length without the last line, if another one is there and this one may be cut. */
    private int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (line && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
