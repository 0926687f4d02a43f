package cachescope.app.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Times and lengths of time in words. All are handed in as nanoseconds. */
public final class Times {
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000 * MILLISECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Times() {}

    /** A moment of a run to the millisecond: {@code 03:41.386}, {@code 1:03:41.386}. */
    public static String clock(long nanos) {
        return clockToSecond(nanos)
                + String.format(Locale.ROOT, ".%03d", nanos % SECOND / MILLISECOND);
    }

    /** A moment of a run to the second: {@code 06:12}, {@code 1:06:12}. */
    public static String clockToSecond(long nanos) {
        long hours = nanos / HOUR;
        long minutes = nanos % HOUR / MINUTE;
        long seconds = nanos % MINUTE / SECOND;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds)
                : String.format(Locale.ROOT, "%02d:%02d", minutes, seconds);
    }

    /**
     * A length of time with three digits that count: {@code 62.0 µs}, {@code 21.4 ms}, {@code 1.80
     * s}, {@code 6 min 12 s}.
     */
    public static String length(double nanos) {
        if (Double.isNaN(nanos)) {
            return "–";
        }
        if (nanos < 1_000) {
            return Math.round(nanos) + " ns";
        }
        if (nanos < 999_500) {
            return threeDigits(nanos / 1e3) + " µs";
        }
        if (nanos < 999.5 * MILLISECOND) {
            return threeDigits(nanos / 1e6) + " ms";
        }
        return nanos < 99.95 * SECOND
                ? threeDigits(nanos / 1e9) + " s"
                : longLength(Math.round(nanos));
    }

    /** The same of whole nanoseconds. */
    public static String length(long nanos) {
        return length((double) nanos);
    }

    /**
     * A length of time as short as it can be said: {@code 4 s}, {@code 250 ms}, {@code 6 min 12 s}.
     */
    public static String roundLength(double nanos) {
        if (nanos >= 99.95 * SECOND) {
            return longLength(Math.round(nanos));
        }
        String[] units = {" ns", " µs", " ms", " s"};
        int unit = 0;
        double value = nanos;
        while (value >= 995 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return shortest(value) + units[unit];
    }

    /** The same of whole nanoseconds. */
    public static String roundLength(long nanos) {
        return roundLength((double) nanos);
    }

    /** A factor with two digits that count: {@code 0.00025 ×}, {@code 1,000 ×}. */
    public static String factor(double factor) {
        return shortest(factor) + " ×";
    }

    /**
     * What a playhead rate means: {@code 1 ms takes 4 s}. The rate is run time a time of the
     * screen.
     */
    public static String stretch(double rate) {
        if (rate >= 0.95) {
            return "1 s shows " + roundLength(rate * SECOND);
        }
        if (rate >= 0.095) {
            return "1 s takes " + roundLength(SECOND / rate);
        }
        return "1 ms takes " + roundLength(MILLISECOND / rate);
    }

    private static String longLength(long nanos) {
        long seconds = Math.round(nanos / 1e9);
        if (seconds < 3_600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = Math.round(seconds / 60.0);
        return String.format(Locale.ROOT, "%,d h", minutes / 60)
                + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    private static String threeDigits(double value) {
        int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String shortest(double value) {
        var rounded =
                new BigDecimal(value)
                        .round(new MathContext(2, RoundingMode.HALF_UP))
                        .stripTrailingZeros();
        return rounded.scale() > 0
                ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%,d", rounded.toBigInteger());
    }
}
