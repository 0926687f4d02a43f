package cachescope.engine.strategy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names that are written by people: what is said of one that is not known. */
final class Labels {
    private static final int DISTANCE_MAX = 3;

    private Labels() {}

    static StrategyException unknown(String written, List<String> known) {
        var expected = String.join(", ", known);
        return new StrategyException(
                "expected one of %s, but found %s%s"
                        .formatted(expected, Quoted.of(written), hint(written, known)));
    }

    /** Words to append to a message: {@code ; did you mean 'ttl'?}, or nothing. */
    static String hint(String written, List<String> known) {
        return nearest(written, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    private static Optional<String> nearest(String written, List<String> known) {
        var plain = plain(written);
        if (plain.length() > 40) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name ->
                        distance(plain, plain(name)) <= Math.min(DISTANCE_MAX, name.length() / 2))
                .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Levenshtein's distance: how many letters must be put in, left out or replaced. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] line = new int[to.length() + 1];
            line[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced =
                        above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                line[column] = Math.min(replaced, 1 + Math.min(above[column], line[column - 1]));
            }
            above = line;
        }
        return above[to.length()];
    }
}
