package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.Excerpt;
import java.util.List;

/**
 * Finds out which format a recording is in. Text is tried before anything binary, and content is
 * binary only if it holds a byte of zero; so neither is taken for the other.
 */
final class Recognition {
    private Recognition() {}

    /** The chosen format, or the one that the beginning tells; refused if neither fits. */
    static Format of(String label, Beginning beginning, ReadingOptions options)
            throws TrafficException {
        var chosen = options.format();
        if (chosen != null && chosen.isBinary()) {
            return chosen;
        }
        if (chosen == null && beginning.holdsZero() && !isText(beginning, options)) {
            var binary = Format.recognisedIn(beginning.bytes());
            if (binary.isPresent()) {
                return binary.get();
            }
        }
        var lines = lines(label, beginning);
        if (chosen != null) {
            return chosen;
        }
        return Format.recognisedIn(lines, options)
                .orElseThrow(() ->
                        new TrafficException(
                                label
                                        + ", at its beginning: expected one of the formats "
                                        + Format.labels()
                                        + ", found "
                                        + Excerpt.of(lines.getFirst())));
    }

    private static boolean isText(Beginning beginning, ReadingOptions options) {
        try {
            var lines = beginning.lines();
            return beginning.isMarkedUtf16()
                    || (!lines.isEmpty() && Format.recognisedIn(lines, options).isPresent());
        } catch (BadLine _) {
            return beginning.isMarkedUtf16();
        }
    }

    private static List<String> lines(String label, Beginning beginning) throws TrafficException {
        if (beginning.isMarkedUtf16()) {
            throw new TrafficException(label + " is text in UTF-16: expected UTF-8");
        }
        try {
            var lines = beginning.lines();
            if (lines.isEmpty()) {
                throw new TrafficException(label + " holds no request: its beginning is blank");
            }
            if (lines.getFirst().indexOf('\0') >= 0) {
                throw new TrafficException(
                        label + " is binary: expected one of the formats " + Format.labels());
            }
            return lines;
        } catch (BadLine bad) {
            throw new TrafficException(label + ", at its beginning: " + bad.getMessage(), bad);
        }
    }
}
