package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;

/**
 * Reads the block numbers that came with LIRS (Jiang, Zhang, SIGMETRICS 2002), one a line; lines of
 * a star mark where another program begins. All are reads, evenly spaced in time.
 */
final class LirsParser implements LineParser {
    private static final String SHAPE =
            "a block number, or * (a recording of keys that are text is in the format keys)";

    private final EvenTimes times;

    LirsParser(ReadingOptions options) {
        times = new EvenTimes(options.rate());
    }

    static boolean recognises(String line) {
        try {
            block(line);
            return true;
        } catch (BadLine _) {
            return isStar(line);
        }
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (!line.isBlank() && !isStar(line)) {
            long block = block(line);
            requests.accept(times.next(), Operation.READ, block, Request.UNKNOWN_SIZE);
        }
    }

    private static boolean isStar(String line) {
        return line.strip().equals("*");
    }

    private static long block(String line) throws BadLine {
        return WholeNumbers.single(line, SHAPE);
    }
}
