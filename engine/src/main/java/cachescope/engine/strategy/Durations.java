package cachescope.engine.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 100ns}, {@code 250ms}, {@code 1.5s}, {@code 60s}, {@code
 * 5m}, {@code 1h}, and {@code 0}.
 */
public final class Durations {
    /** The longest duration that is taken: ten years. */
    public static final Duration MAX = Duration.ofDays(3650);

    private static final String EXPECTED = "a duration such as 250ms, 1.5s, 60s, 5m, 1h or 0";
    private static final int LENGTH_MAX = 40;
    private static final Pattern FORM = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)(ns|us|ms|s|m|h)");

    private Durations() {}

    /** A unit and how many nanoseconds it has. */
    private enum Unit {
        NS(1),
        US(1_000),
        MS(1_000_000),
        S(1_000_000_000),
        M(60_000_000_000L),
        H(3_600_000_000_000L);

        final long nanos;

        Unit(long nanos) {
            this.nanos = nanos;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a duration, exact to the nanosecond; throws if it is not one, is negative, or longer
     * than {@link #MAX}.
     */
    public static Duration parse(String text) throws StrategyException {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        var form = FORM.matcher(text);
        if (text.length() > LENGTH_MAX || !form.matches()) {
            throw new StrategyException(
                    "expected %s, but found %s".formatted(EXPECTED, Quoted.of(text)));
        }
        var unit = Unit.valueOf(form.group(2).toUpperCase(Locale.ROOT));
        var nanos = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit.nanos));
        if (nanos.signum() < 0) {
            throw new StrategyException("must not be negative, but is " + text);
        }
        if (nanos.compareTo(BigDecimal.valueOf(MAX.toNanos())) > 0) {
            throw new StrategyException(
                    "must be at most %s (ten years), but is %s".formatted(print(MAX), text));
        }
        return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /**
     * Writes a duration in the largest unit that gives a whole number; what is written is read back
     * as the same.
     */
    public static String print(Duration duration) {
        var nanos =
                BigDecimal.valueOf(duration.getSeconds(), -9)
                        .add(BigDecimal.valueOf(duration.getNano()));
        if (nanos.signum() == 0) {
            return "0";
        }
        var unit = unit(nanos.abs());
        var number = nanos.divide(BigDecimal.valueOf(unit.nanos)).stripTrailingZeros();
        return number.toPlainString() + unit.label();
    }

    /**
     * Whole hours and minutes (but 60s, not 1m), else whole seconds, else the unit of thousands.
     */
    private static Unit unit(BigDecimal nanos) {
        if (isWhole(nanos, Unit.H)) {
            return Unit.H;
        }
        if (isWhole(nanos, Unit.M) && nanos.longValue() > Unit.M.nanos) {
            return Unit.M;
        }
        if (isWhole(nanos, Unit.S)) {
            return Unit.S;
        }
        if (nanos.longValue() < Unit.US.nanos) {
            return Unit.NS;
        }
        return nanos.longValue() < Unit.MS.nanos ? Unit.US : Unit.MS;
    }

    private static boolean isWhole(BigDecimal nanos, Unit unit) {
        return nanos.remainder(BigDecimal.valueOf(unit.nanos)).signum() == 0;
    }
}
