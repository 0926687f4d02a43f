package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;

/**
 * Reads keys, one a line, as they are; blank lines hold none. All are reads, evenly spaced in time.
 * Nearly any text could be that, so it is recognised only where every line at hand is one word
 * without punctuation that other formats use.
 */
final class KeysParser implements LineParser {
    private static final String OF_OTHER_FORMATS = ",;|=\"'`<>()[]{}\\#";
    private static final int LONGEST_WORD = 250;

    private final EvenTimes times;

    KeysParser(ReadingOptions options) {
        times = new EvenTimes(options.rate());
    }

    static boolean recognises(String line) {
        var word = line.stripTrailing();
        return word.length() <= LONGEST_WORD
                && word.codePoints()
                        .noneMatch(point ->
                                Character.isWhitespace(point)
                                        || Character.isISOControl(point)
                                        || OF_OTHER_FORMATS.indexOf(point) >= 0);
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (!line.isBlank()) {
            var key = Quantities.key("key", line);
            requests.accept(Request.of(times.next(), Operation.READ, key));
        }
    }
}
