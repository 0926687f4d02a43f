package cachescope.engine.sizing;

import cachescope.engine.strategy.EvictionName;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Miss ratio by capacity.
 *
 * @param points by capacity; capacities are entries or bytes, never both
 * @param sampleRate the share of the keys that was followed; 1 if all
 * @param error how far the miss ratio of any point may be from the true one; 0 if it is exact
 * @param missRatios the miss ratio at any capacity, where it is known; else it is at the points
 * @param remarks what a person should know of the recording, in sentences
 */
public record Curve(
        EvictionName eviction,
        By by,
        List<CurvePoint> points,
        Workload workload,
        double sampleRate,
        double error,
        @Nullable LongToDoubleFunction missRatios,
        List<String> remarks) {

    public Curve {
        points = List.copyOf(points);
        remarks = List.copyOf(remarks);
    }

    /**
     * The miss ratio at a capacity. Where it is known at the points alone, it is that of the
     * largest one which is no larger, and no number below all of them.
     */
    public double missRatio(long capacity) {
        if (missRatios != null) {
            return missRatios.applyAsDouble(capacity);
        }
        double ratio = Double.NaN;
        for (var point : points) {
            if (point.capacity() <= capacity) {
                ratio = point.missRatio();
            }
        }
        return ratio;
    }

    /** The highest hit ratio that any of the capacities reaches. */
    public double bestHitRatio() {
        return 1 - points.stream().mapToDouble(CurvePoint::missRatio).min().orElse(1);
    }

    /**
     * The knee: the point that is furthest below the straight line from the first to the last, as
     * Kneedle has it (Satopaa, Albrecht, Irwin, Raghavan, 2011). Beyond it more room brings less
     * than it does on average. None where the curve never is below that line.
     */
    public Optional<CurvePoint> knee() {
        if (points.size() < 3) {
            return Optional.empty();
        }
        var first = points.getFirst();
        var last = points.getLast();
        double slope =
                (last.missRatio() - first.missRatio()) / (last.capacity() - first.capacity());
        CurvePoint knee = null;
        double deepest = 1e-9;
        for (var point : points) {
            double line = first.missRatio() + slope * (point.capacity() - first.capacity());
            if (line - point.missRatio() > deepest) {
                deepest = line - point.missRatio();
                knee = point;
            }
        }
        return Optional.ofNullable(knee);
    }

    /**
     * The smallest cache that keeps a share, from 0 to 1, of the best hit ratio: of all capacities
     * where the curve is known at all of them, else of the points. None if nothing ever hits.
     */
    public Optional<CurvePoint> smallestKeeping(double share) {
        if (bestHitRatio() <= 0) {
            return Optional.empty();
        }
        double most = 1 - share * bestHitRatio() + 1e-12;
        var reached = points.stream().filter(point -> point.missRatio() <= most).findFirst();
        if (missRatios == null || reached.isEmpty()) {
            return reached;
        }
        int index = points.indexOf(reached.get());
        if (index == 0) {
            return reached;
        }
        return Optional.of(bisect(points.get(index - 1), reached.get(), most, missRatios));
    }

    /**
     * Whether a smaller cache than this one may do as well, as the curve does not tell of any: a
     * sample knows nothing of few entries, and by bytes it begins where every value fits in.
     */
    public boolean mayBeSmaller(CurvePoint point) {
        return missRatios != null
                && point.capacity() > 1
                && point.capacity() == points.getFirst().capacity();
    }

    private static CurvePoint bisect(
            CurvePoint tooSmall, CurvePoint enough, double most, LongToDoubleFunction missRatios) {
        long low = tooSmall.capacity();
        long high = enough.capacity();
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (missRatios.applyAsDouble(middle) <= most) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new CurvePoint(
                high,
                missRatios.applyAsDouble(high),
                high == enough.capacity() ? enough.byteMissRatio() : Double.NaN,
                enough.error());
    }
}
