package cachescope.app.controls;

import cachescope.engine.strategy.Durations;
import cachescope.engine.strategy.StrategyException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/** In what a number is written and read. */
public enum Unit {
    /** A length of time, such as {@code 250 ms}. */
    TIME,
    /** A length of time of which 0 means for ever. */
    ENDLESS_TIME,
    /** A length of time of which 0 means that it is not done at all. */
    OPTIONAL_TIME,
    COUNT,
    /** A number of things of which 0 means as many as come. */
    ENDLESS_COUNT,
    /** A number of things of which 0 means that there are none. */
    OPTIONAL_COUNT,
    /** How long a near cache keeps an entry: a length of time, as the TTL, or for ever. */
    NEAR_TIME,
    /** A number, such as 1.5. */
    FACTOR,
    /** A share from 0 to 1, written in percent. */
    SHARE;

    private static final int COUNT_DIGITS_MAX = 9;
    private static final String UNBOUNDED = "unbounded";
    private static final String FOR_EVER = "for ever";
    private static final String OFF = "off";
    private static final String AS_TTL = "as TTL";

    /** A value in words. */
    public String write(double value) {
        return switch (this) {
            case TIME -> time(value);
            case ENDLESS_TIME -> value == 0 ? FOR_EVER : time(value);
            case OPTIONAL_TIME -> value == 0 ? OFF : time(value);
            case NEAR_TIME -> nearTime(value);
            case OPTIONAL_COUNT -> value == 0 ? OFF : COUNT.write(value);
            case FACTOR ->
                    new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
                            .format(value);
            case COUNT -> String.format(Locale.ROOT, "%,d", Math.round(value));
            case ENDLESS_COUNT -> value == 0 ? UNBOUNDED : COUNT.write(value);
            case SHARE -> Math.round(value * 100) + " %";
        };
    }

    /** The value that somebody wrote; {@link StrategyException} says what was expected instead. */
    public double read(String text) throws StrategyException {
        var words = text.strip();
        return switch (this) {
            case TIME -> time(words);
            case ENDLESS_TIME -> words.equals(FOR_EVER) ? 0 : time(words);
            case OPTIONAL_TIME -> words.equals(OFF) ? 0 : time(words);
            case NEAR_TIME -> nearTime(words);
            case OPTIONAL_COUNT -> words.equals(OFF) ? 0 : COUNT.read(words);
            case FACTOR -> factor(words);
            case COUNT -> count(words.replace(",", ""));
            case ENDLESS_COUNT -> words.equals(UNBOUNDED) ? 0 : COUNT.read(words);
            case SHARE -> share(words);
        };
    }

    private static String nearTime(double value) {
        if (value == NearTimes.AS_TTL) {
            return AS_TTL;
        }
        return value == NearTimes.FOR_EVER ? FOR_EVER : time(value);
    }

    private static double nearTime(String words) throws StrategyException {
        if (words.equalsIgnoreCase(AS_TTL) || words.equalsIgnoreCase("ttl")) {
            return NearTimes.AS_TTL;
        }
        double nanos = words.equals(FOR_EVER) ? 0 : time(words);
        return nanos == 0 ? NearTimes.FOR_EVER : nanos;
    }

    private static double factor(String words) throws StrategyException {
        if (!words.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new StrategyException("\"" + words + "\" is not a factor: expected 1 or 0.5");
        }
        return Double.parseDouble(words);
    }

    private static String time(double nanos) {
        var written = Durations.print(Duration.ofNanos(Math.round(nanos)));
        return written.replaceAll("(?<=\\d)(?=[a-z])", " ")
                .replaceAll(" m$", " min")
                .replace("us", "µs");
    }

    private static double time(String words) throws StrategyException {
        var compact = words.replace(" ", "").replaceAll("min$", "m").replace("µs", "us");
        return Durations.parse(compact).toNanos();
    }

    private static double count(String words) throws StrategyException {
        if (!words.matches("\\d{1," + COUNT_DIGITS_MAX + "}")) {
            throw new StrategyException(
                    "\""
                            + words
                            + "\" is not a number of things: expected a whole number such as 100");
        }
        return Integer.parseInt(words);
    }

    private static double share(String words) throws StrategyException {
        var number = words.replace("%", "").strip();
        if (!number.matches("\\d{0,9}(\\.\\d{1,9})?") || number.isEmpty()) {
            throw new StrategyException("\"" + words + "\" is not a share: expected 80 % or 0.8");
        }
        double value = Double.parseDouble(number);
        return words.endsWith("%") || value > 1 ? value / 100 : value;
    }
}
