package cachescope.app.tape;

import cachescope.engine.projection.Timeline;
import cachescope.engine.projection.Timeline.Series;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A run cut into columns of equal width, as rates per second. A bucket of the time line that
 * reaches over several columns is shared out among them.
 */
final class TapeColumns {
    private final Map<Series, double[]> rates;
    private final int size;
    private final long columnNanos;

    private TapeColumns(Map<Series, double[]> rates, int size, long columnNanos) {
        this.rates = rates;
        this.size = size;
        this.columnNanos = columnNanos;
    }

    static TapeColumns of(Timeline timeline, long end, int columns) {
        long columnNanos = Math.max(1, end / Math.max(1, columns));
        var rates = new EnumMap<Series, double[]>(Series.class);
        for (var series : Series.values()) {
            rates.put(series, rates(timeline, series, columnNanos, columns));
        }
        return new TapeColumns(rates, columns, columnNanos);
    }

    int size() {
        return size;
    }

    /** How many there were a second in a column. */
    double rate(Series series, int column) {
        return Objects.requireNonNull(rates.get(series))[column];
    }

    /** Whether there was any in a column. */
    boolean any(Series series, int column) {
        return rate(series, column) > 0;
    }

    /** The greatest height: of hits and misses on top of each other, or of database calls. */
    double highest() {
        double highest = 0;
        for (int i = 0; i < size(); i++) {
            highest = Math.max(highest, rate(Series.HITS, i) + rate(Series.MISSES, i));
            highest = Math.max(highest, rate(Series.DATABASE_CALLS, i));
        }
        return highest;
    }

    /** The column in which a time lies. */
    int columnOf(long time) {
        return Math.clamp(time / columnNanos, 0, Math.max(0, size() - 1));
    }

    private static double[] rates(Timeline timeline, Series series, long columnNanos, int columns) {
        var rates = new double[columns];
        long bucketNanos = timeline.bucketNanos();
        for (int bucket = 0; bucket < timeline.size(); bucket++) {
            long count = timeline.count(series, bucket);
            if (count > 0) {
                share(rates, count, bucket * bucketNanos, (bucket + 1) * bucketNanos, columnNanos);
            }
        }
        return rates;
    }

    private static void share(double[] rates, long count, long from, long to, long columnNanos) {
        int first = (int) (from / columnNanos);
        int last = (int) Math.min(rates.length - 1, (to - 1) / columnNanos);
        for (int column = first; column <= last; column++) {
            long overlap =
                    Math.min(to, (column + 1) * columnNanos) - Math.max(from, column * columnNanos);
            rates[column] += (double) count * overlap / (to - from) * 1e9 / columnNanos;
        }
    }
}
