package cachescope.app.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A scale from 0 to a round number. */
public record LinearAxis(double to) {

    /**
     * The narrowest axis that holds all values up to {@code high} and ends at 1, 2 or 5 of a power
     * of ten.
     */
    public static LinearAxis upTo(double high) {
        if (high <= 0) {
            return new LinearAxis(1);
        }
        double decade = Math.pow(10, Math.floor(Math.log10(high)));
        for (double digit : new double[] {1, 2, 5}) {
            if (high <= digit * decade * 1.000_001) {
                return new LinearAxis(digit * decade);
            }
        }
        return new LinearAxis(10 * decade);
    }

    /** Where a value lies, from 0 to 1; at an end if it is beyond it. */
    public double shareOf(double value) {
        return Math.clamp(value / to, 0, 1);
    }

    /** Marks at 0, at the middle and at the end. */
    public List<Tick> ticks(DoubleFunction<String> words) {
        var ticks = new ArrayList<Tick>();
        for (double share : new double[] {0, 0.5, 1}) {
            ticks.add(new Tick(share * to, words.apply(share * to)));
        }
        return ticks;
    }
}
