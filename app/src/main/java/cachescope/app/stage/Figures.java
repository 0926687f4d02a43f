package cachescope.app.stage;

import java.util.Locale;

/** Numbers in the words of the stage, without regard to the machine's language. */
final class Figures {
    private static final String NO_BREAK = "\u00a0";

    private Figures() {}

    /** A whole number with its thousands apart: 41,208. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Something a second: 3.4/s, 1,140/s. */
    static String perSecond(double rate) {
        return rate > 0 && rate < 9.95
                ? String.format(Locale.ROOT, "%.1f/s", rate)
                : count(Math.round(rate)) + "/s";
    }

    /** A share in percent with one decimal: 87.2 %. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100) + NO_BREAK + "%";
    }

    /** A duration of nanoseconds with three digits: 5.50 µs, 62.0 µs, 20.1 ms, 4 s. */
    static String duration(double nanos) {
        if (nanos < 999.5) {
            return threeDigits(nanos) + NO_BREAK + "ns";
        } else if (nanos < 999.5e3) {
            return threeDigits(nanos / 1e3) + NO_BREAK + "µs";
        } else if (nanos < 999.5e6) {
            return threeDigits(nanos / 1e6) + NO_BREAK + "ms";
        } else if (nanos < 120e9) {
            return threeDigits(nanos / 1e9) + NO_BREAK + "s";
        } else if (nanos < 7200e9) {
            return threeDigits(nanos / 60e9) + NO_BREAK + "min";
        }
        return threeDigits(nanos / 3600e9) + NO_BREAK + "h";
    }

    /** A duration in as few digits as tell it: 4 s, 150 ms, 2.5 min. */
    static String roundDuration(double nanos) {
        var text = duration(nanos);
        int unit = text.indexOf(NO_BREAK);
        var number = text.substring(0, unit);
        return (number.contains(".") ? number.replaceFirst("\\.?0+$", "") : number)
                + text.substring(unit);
    }

    /** A time of the run: 03:41.4. */
    static String clock(long nanos) {
        long tenths = Math.round(nanos / 1e8);
        return String.format(
                Locale.ROOT, "%02d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    /** A factor in at most two significant digits from 100 on: 4,000, 2.5. */
    static String factor(double factor) {
        if (factor >= 100) {
            double unit = Math.pow(10, Math.floor(Math.log10(factor)) - 1);
            return count(Math.round(Math.round(factor / unit) * unit));
        }
        var text = String.format(Locale.ROOT, factor >= 10 ? "%.0f" : "%.1f", factor);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String threeDigits(double value) {
        return String.format(
                Locale.ROOT, value >= 99.95 ? "%.0f" : value >= 9.995 ? "%.1f" : "%.2f", value);
    }
}
