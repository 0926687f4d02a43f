package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.DelimitedFields;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out what stands between the fields of a csv file: the character that makes most sense of
 * its first line.
 */
final class CsvDelimiter {
    private static final String LIKELY = ",;\t|";
    private static final String NEVER_IN_HEADER = "\"_.-";
    private static final String NEVER_IN_VALUES = "\"_.-+:/";
    private static final int MOST_TRIED = 16;

    private CsvDelimiter() {}

    /**
     * The delimiter of a header: one that leaves a column for the key; an unusual one must leave
     * known names alone.
     */
    static Optional<Character> ofHeader(String line) {
        var likely = best(line, LIKELY, fields -> CsvColumns.inHeader(fields).isPresent());
        return likely.or(() ->
                best(
                        line,
                        unusual(line, NEVER_IN_HEADER),
                        fields ->
                                CsvColumns.inHeader(fields).isPresent()
                                        && fields.stream()
                                                .allMatch(name ->
                                                        CsvColumn.named(name).isPresent())));
    }

    /**
     * The delimiter of a line without a header: one that leaves fields enough for the given
     * columns.
     */
    static Optional<Character> ofValues(String line, CsvColumns columns) {
        Predicate<List<String>> enough = fields -> fields.size() >= columns.fieldsNeeded();
        return best(line, LIKELY, enough)
                .or(() -> best(line, unusual(line, NEVER_IN_VALUES), enough));
    }

    private static String unusual(String line, String never) {
        return line.codePoints()
                .filter(point ->
                        point < 128
                                && !Character.isLetterOrDigit(point)
                                && never.indexOf(point) < 0)
                .distinct()
                .limit(MOST_TRIED)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Optional<Character> best(
            String line, String candidates, Predicate<List<String>> accepted) {
        Optional<Character> best = Optional.empty();
        int most = 0;
        for (int index = 0; index < candidates.length(); index++) {
            char candidate = candidates.charAt(index);
            int fields = fields(line, candidate, accepted);
            if (fields > most) {
                best = Optional.of(candidate);
                most = fields;
            }
        }
        return best;
    }

    /** How many fields the delimiter makes of the line, 0 if they are not accepted. */
    private static int fields(String line, char delimiter, Predicate<List<String>> accepted) {
        try {
            var fields = DelimitedFields.of(line, delimiter);
            return accepted.test(fields) ? fields.size() : 0;
        } catch (BadLine _) {
            return 0;
        }
    }
}
