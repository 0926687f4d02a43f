package cachescope.app.tape;

import cachescope.engine.projection.Timeline;
import cachescope.engine.projection.Timeline.Series;

/**
 * A run cut into columns of equal width, as rates per second. A bucket of the time line that reaches over several columns is
 * shared out among them.
 */
final class TapeColumns {
    private final double[][] rates;
    private final long columnNanos;

    private TapeColumns(double[][] rates, long columnNanos) {
        this.rates = rates;
        this.columnNanos = columnNanos;
    }

    static TapeColumns of(Timeline timeline, long end, int columns) {
        long columnNanos = Math.max(1, end / Math.max(1, columns));
        var rates = new double[Series.values().length][columns];
        long bucketNanos = timeline.bucketNanos();
        for (int bucket = 0; bucket < timeline.size(); bucket++) {
            long from = bucket * bucketNanos;
            for (var series : Series.values()) {
                long count = timeline.count(series, bucket);
                if (count > 0) {
                    share(rates[series.ordinal()], count, from, from + bucketNanos, columnNanos);
                }
            }
        }
        return new TapeColumns(rates, columnNanos);
    }

    int size() {
        return rates[0].length;
    }

    /** How many there were a second in a column. */
    double rate(Series series, int column) {
        return rates[series.ordinal()][column];
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
        return (int) Math.clamp(time / columnNanos, 0, size() - 1);
    }

    private static void share(double[] rates, long count, long from, long to, long columnNanos) {
        int first = (int) (from / columnNanos);
        int last = (int) Math.min(rates.length - 1, (to - 1) / columnNanos);
        for (int column = first; column <= last; column++) {
            long overlap = Math.min(to, (column + 1) * columnNanos) - Math.max(from, column * columnNanos);
            rates[column] += (double) count * overlap / (to - from) * 1e9 / columnNanos;
        }
    }
}
