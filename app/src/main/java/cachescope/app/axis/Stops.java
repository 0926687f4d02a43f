package cachescope.app.axis;

import java.util.Arrays;

/**
 * The values at which a slider comes to rest, rising, each at a whole position counted from 0.
 * Between two of them a value lies by its logarithm (by itself where the lower one is 0), so that a
 * value typed in has a position too.
 */
public final class Stops {
    private final double[] values;

    private Stops(double[] values) {
        this.values = values;
    }

    /** Stops at rising values, none below 0. */
    public static Stops at(double... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || (i > 0 && values[i] <= values[i - 1])) {
                throw new IllegalArgumentException(
                        "stops " + Arrays.toString(values) + ": expected rising values from 0");
            }
        }
        return new Stops(values.clone());
    }

    /**
     * Stops at 1, 2.5 and 5 of each power of ten from one power to another, both of them included.
     */
    public static Stops ofDecades(int fromPower, int toPower) {
        var values = new double[(toPower - fromPower) * 3 + 1];
        double[] digits = {1, 2.5, 5};
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.parseDouble(digits[i % 3] + "e" + (fromPower + i / 3));
        }
        return new Stops(values);
    }

    /** The position of the last stop. */
    public int last() {
        return values.length - 1;
    }

    /** The value of the stop that is next to a position. */
    public double valueNear(double position) {
        return values[Math.clamp(Math.round(position), 0, last())];
    }

    /** Where a value lies; at an end if it is beyond it. */
    public double positionOf(double value) {
        if (value <= values[0]) {
            return 0;
        }
        for (int i = 1; i < values.length; i++) {
            if (value == values[i]) {
                return i;
            }
            if (value < values[i]) {
                return i - 1 + shareOfWay(values[i - 1], values[i], value);
            }
        }
        return last();
    }

    private static double shareOfWay(double from, double to, double value) {
        return from == 0 ? value / to : Math.log(value / from) / Math.log(to / from);
    }
}
