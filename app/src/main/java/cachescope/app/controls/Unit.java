package cachescope.app.controls;

import cachescope.engine.strategy.Durations;
import cachescope.engine.strategy.StrategyException;
import java.time.Duration;
import java.util.Locale;

/** In what a number is written and read. */
public enum Unit {
    /** A length of time, such as {@code 250 ms}. */
    TIME,
    /** A length of time of which 0 means for ever. */
    ENDLESS_TIME,
    COUNT,
    /** A number of things of which 0 means as many as come. */
    ENDLESS_COUNT,
    /** A share from 0 to 1, written in percent. */
    SHARE;

    private static final int COUNT_DIGITS_MAX = 9;
    private static final String UNBOUNDED = "unbounded";

    /** A value in words. */
    public String write(double value) {
        return switch (this) {
            case TIME -> time(value);
            case ENDLESS_TIME -> value == 0 ? "for ever" : time(value);
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
            case ENDLESS_TIME -> words.equals("for ever") ? 0 : time(words);
            case COUNT -> count(words.replace(",", ""));
            case ENDLESS_COUNT -> words.equals(UNBOUNDED) ? 0 : COUNT.read(words);
            case SHARE -> share(words);
        };
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
