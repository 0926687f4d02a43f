package cachescope.app.words;

import java.util.Locale;

/** Counts and shares in words, with a comma between thousands. */
public final class Counts {
    private Counts() {}

    /** A whole number: {@code 41,208}. */
    public static String whole(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A whole number and what is counted: {@code 1 request}, {@code 41,208 requests}. */
    public static String of(long count, String singular, String plural) {
        return whole(count) + " " + (count == 1 ? singular : plural);
    }

    /** A share from 0 to 1: {@code 87.2 %}; a dash where there is none yet (NaN). */
    public static String share(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /**
     * A number of things a second: {@code 2,140/s}, {@code 0.4/s}; a dash where there is none yet
     * (NaN).
     */
    public static String perSecond(double rate) {
        if (Double.isNaN(rate)) {
            return "–";
        }
        return String.format(Locale.ROOT, rate < 10 && rate > 0 ? "%.1f/s" : "%,.0f/s", rate);
    }

    /** An amount of bytes: {@code 1.4 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }
}
