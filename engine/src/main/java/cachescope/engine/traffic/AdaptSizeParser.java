package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;

/**
 * Reads the traces that came with AdaptSize (Berger, Sitaraman, Harchol-Balter, NSDI 2017): {@code
 * sequence id bytes}. All are reads, evenly spaced in time.
 */
final class AdaptSizeParser implements LineParser {
    private static final String SHAPE = "three whole numbers: sequence, id, bytes, as in 1 42 8192";

    private final EvenTimes times;

    AdaptSizeParser(ReadingOptions options) {
        times = new EvenTimes(options.rate());
    }

    static boolean recognises(String line) {
        try {
            Sized.parse(line);
            return true;
        } catch (BadLine _) {
            return false;
        }
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (!line.isBlank()) {
            var sized = Sized.parse(line);
            requests.accept(times.next(), Operation.READ, sized.id, sized.bytes);
        }
    }

    private record Sized(long id, long bytes) {
        static Sized parse(String line) throws BadLine {
            var numbers = new WholeNumbers(line, SHAPE);
            numbers.next();
            var sized = new Sized(numbers.next(), numbers.next());
            numbers.end();
            return sized;
        }
    }
}
