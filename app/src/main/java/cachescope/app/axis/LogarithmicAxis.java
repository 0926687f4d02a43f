package cachescope.app.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A scale on which each power of ten takes the same room; from one power of ten to another. */
public record LogarithmicAxis(double from, double to) {

    /**
     * The narrowest axis of whole powers of ten that holds all values from {@code low} to {@code
     * high}, both above 0.
     */
    public static LogarithmicAxis around(double low, double high) {
        double from = Math.pow(10, Math.floor(Math.log10(low)));
        double to = Math.pow(10, Math.ceil(Math.log10(high)));
        return new LogarithmicAxis(from, to > from ? to : from * 10);
    }

    /** Where a value lies, from 0 to 1; at an end if it is beyond it. */
    public double shareOf(double value) {
        return value <= from ? 0 : Math.min(1, Math.log(value / from) / Math.log(to / from));
    }

    /** The powers of ten. */
    public List<Tick> ticks(DoubleFunction<String> words) {
        var ticks = new ArrayList<Tick>();
        for (double value = from; value <= to * 1.001; value *= 10) {
            ticks.add(new Tick(value, words.apply(value)));
        }
        return ticks;
    }
}
