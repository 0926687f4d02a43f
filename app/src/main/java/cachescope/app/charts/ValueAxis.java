package cachescope.app.charts;

import cachescope.app.axis.LinearAxis;
import cachescope.app.axis.LogarithmicAxis;
import cachescope.app.axis.Tick;
import cachescope.app.charts.Points.Point;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The upright axis of a chart: where a value lies between bottom (0) and top (1), and its marks.
 */
record ValueAxis(DoubleUnaryOperator share, List<Tick> ticks) {
    private static final double MICROSECOND = 1e3;

    /** The axis of a chart. Both latencies have the same, so that they can be compared. */
    static ValueAxis of(Chart chart, List<Point> points) {
        if (chart.isLatency()) {
            return ofLatency(points);
        }
        if (chart == Chart.HIT_RATIO) {
            var axis = new LinearAxis(1);
            return new ValueAxis(
                    axis::shareOf, axis.ticks(value -> Math.round(value * 100) + " %"));
        }
        var axis = LinearAxis.upTo(highest(chart, points));
        return new ValueAxis(axis::shareOf, axis.ticks(Counts::perSecond));
    }

    private static ValueAxis ofLatency(List<Point> points) {
        double low = Double.MAX_VALUE;
        double high = 0;
        for (var point : points) {
            for (var chart : List.of(Chart.READ_P50, Chart.READ_P99)) {
                var value = chart.of(point.trailing());
                if (value.isPresent()) {
                    low = Math.min(low, Math.max(MICROSECOND, value.getAsDouble()));
                    high = Math.max(high, value.getAsDouble());
                }
            }
        }
        var axis =
                high == 0
                        ? new LogarithmicAxis(10 * MICROSECOND, 1e8)
                        : LogarithmicAxis.around(low, Math.max(low, high));
        return new ValueAxis(axis::shareOf, axis.ticks(Times::roundLength));
    }

    private static double highest(Chart chart, List<Point> points) {
        return points.stream()
                .mapToDouble(point -> chart.of(point.trailing()).orElse(0))
                .max()
                .orElse(0);
    }
}
