package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the traces that came with cache2k: keys that are 4-byte big-endian signed integers, and
 * nothing else. All are reads, evenly spaced in time.
 *
 * <p>Such content has no mark to tell it by. What is taken for it are keys below 2^24, as numbered
 * ones are, or many keys that have few different bytes in front, as those of records with some bits
 * for their kind; unless one of the first ones spells four letters, as the marks of other binary
 * files do, or all could be the letters of text in UTF-16.
 */
final class Cache2kParser implements RecordParser {
    private static final int LENGTH = 4;
    private static final int MANY = 256;
    private static final int FEW_BYTES = 32;
    private static final int MARKS = 4;

    private final EvenTimes times;

    Cache2kParser(ReadingOptions options) {
        times = new EvenTimes(options.rate());
    }

    static boolean recognises(byte[] bytes) {
        int keys = bytes.length / LENGTH;
        if (keys == 0) {
            return false;
        }
        for (int key = 0; key < Math.min(MARKS, keys); key++) {
            if (areLetters(bytes, key * LENGTH, 1)) {
                return false;
            }
        }
        if (isUtf16(bytes)) {
            return false;
        }
        long first = different(bytes, 0);
        return areSmall(bytes)
                || (keys >= MANY && first <= FEW_BYTES && different(bytes, 1) <= FEW_BYTES);
    }

    private static boolean areSmall(byte[] bytes) {
        for (int at = 0; at + LENGTH <= bytes.length; at += LENGTH) {
            if (bytes[at] != 0 && bytes[at] != -1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf16(byte[] bytes) {
        for (int at = 0; at + LENGTH <= bytes.length; at += LENGTH) {
            if (bytes[at] != 0 || bytes[at + 2] != 0 || !areLetters(bytes, at + 1, 2)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the bytes from one on, each so many after the other, within a key are printable. */
    private static boolean areLetters(byte[] bytes, int from, int step) {
        for (int at = from; at < (from / LENGTH + 1) * LENGTH; at += step) {
            if (bytes[at] < ' ' || bytes[at] > '~') {
                return false;
            }
        }
        return true;
    }

    /** How many different bytes the keys have at one place. */
    private static long different(byte[] bytes, int place) {
        var seen = new boolean[256];
        long count = 0;
        for (int at = place; at < bytes.length; at += LENGTH) {
            int value = bytes[at] & 0xFF;
            count += seen[value] ? 0 : 1;
            seen[value] = true;
        }
        return count;
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public ByteOrder order() {
        return ByteOrder.BIG_ENDIAN;
    }

    @Override
    public void parse(ByteBuffer bytes, int at, RequestSink requests) throws BadLine {
        requests.accept(times.next(), Operation.READ, bytes.getInt(at), Request.UNKNOWN_SIZE);
    }
}
