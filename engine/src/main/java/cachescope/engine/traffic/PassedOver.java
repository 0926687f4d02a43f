package cachescope.engine.traffic;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts by name what a recording holds besides requests. */
final class PassedOver {
    private static final int MOST_NAMES = 32;
    private static final int NAMES_SHOWN = 5;
    private static final String OTHERS = "others";

    private final String what;
    private final Map<String, Long> counts = new TreeMap<>();

    PassedOver(String what) {
        this.what = what;
    }

    /** Counts one more; a name that is none, or one too many, counts among the others. */
    void count(String name) {
        boolean shown =
                name.matches("[A-Za-z][A-Za-z0-9._-]{0,31}")
                        && (counts.size() < MOST_NAMES || counts.containsKey(name));
        counts.merge(shown ? name : OTHERS, 1L, Long::sum);
    }

    /** What was passed over, in a sentence, if anything was. */
    Optional<String> remark() {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        var most =
                counts.entrySet().stream()
                        .sorted(
                                Comparator.comparingLong(Map.Entry<String, Long>::getValue)
                                        .reversed())
                        .limit(NAMES_SHOWN)
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
        var more = counts.size() > NAMES_SHOWN ? ", ..." : "";
        return Optional.of(
                String.format(Locale.ROOT, "Passed over %d %s: %s%s.", total, what, most, more));
    }
}
