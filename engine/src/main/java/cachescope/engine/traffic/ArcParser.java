package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;

/**
 * Reads the traces of disks that came with ARC (Megiddo, Modha, FAST 2003): {@code start count
 * ignored sequence}, for as many blocks as the count says, from the start on. All are reads, evenly
 * spaced in time.
 */
final class ArcParser implements LineParser {
    /** The most blocks of a line. */
    static final long MOST_BLOCKS = 1 << 20;

    private static final String SHAPE =
            "four whole numbers: start, count, an ignored one, sequence, as in 42 8 0 1";

    private final EvenTimes times;

    ArcParser(ReadingOptions options) {
        times = new EvenTimes(options.rate());
    }

    static boolean recognises(String line) {
        try {
            Extent.parse(line);
            return true;
        } catch (BadLine _) {
            return false;
        }
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (line.isBlank()) {
            return;
        }
        var extent = Extent.parse(line);
        for (long block = extent.start; block < extent.start + extent.count; block++) {
            requests.accept(times.next(), Operation.READ, block, Request.UNKNOWN_SIZE);
        }
    }

    private record Extent(long start, long count) {
        static Extent parse(String line) throws BadLine {
            var numbers = new WholeNumbers(line, SHAPE);
            long start = numbers.next();
            long count = numbers.next();
            numbers.next();
            numbers.next();
            numbers.end();
            if (count < 1 || count > MOST_BLOCKS || start > Long.MAX_VALUE - count) {
                throw BadLine.field(
                        "count", "1 to " + MOST_BLOCKS + " blocks", Long.toString(count));
            }
            return new Extent(start, count);
        }
    }
}
