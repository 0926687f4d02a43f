package cachescope.app.sizing;

import cachescope.app.words.Counts;
import cachescope.engine.sizing.By;
import java.util.Locale;

/** Capacities in words. */
final class Sizes {
    private Sizes() {}

    /** {@code 1,250 entries}, {@code 4.2 MB}. */
    static String of(long capacity, By by) {
        return by == By.OBJECTS ? Counts.of(capacity, "entry", "entries") : Counts.bytes(capacity);
    }

    /** A mark of an axis: {@code 10k}, {@code 1 MB}. */
    static String mark(double capacity, By by) {
        String[] units =
                by == By.OBJECTS
                        ? new String[] {"", "k", "M", "G", "T"}
                        : new String[] {" B", " kB", " MB", " GB", " TB"};
        int unit = 0;
        double number = capacity;
        while (number >= 999.5 && unit < units.length - 1) {
            number /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.0f%s", number, units[unit]);
    }
}
