package cachescope.app.charts;

import cachescope.engine.projection.Timeline;
import cachescope.engine.projection.Timeline.Trailing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A time line put together into few points, so that each stands for enough reads to have a ratio
 * and a percentile. What is over is taken once; only the end is taken anew.
 */
final class Points {
    /** How many there are at most. */
    static final int POINTS_MAX = 128;

    private static final int UNSETTLED = 2;

    /** What went on between two times, in nanoseconds. */
    record Point(long from, long to, Trailing trailing) {
        long middle() {
            return (from + to) / 2;
        }
    }

    private final List<Point> points = new ArrayList<>();
    private long pointNanos;

    List<Point> all() {
        return Collections.unmodifiableList(points);
    }

    /** Forgets all; the next time line is of another run. */
    void clear() {
        points.clear();
    }

    /** Catches up with a time line; one whose buckets have grown is taken from its start. */
    void update(Timeline timeline) {
        int group = Timeline.BUCKETS / POINTS_MAX;
        long nanos = timeline.bucketNanos() * group;
        int wanted = Math.ceilDiv(timeline.size(), group);
        if (nanos != pointNanos || wanted < points.size()) {
            points.clear();
            pointNanos = nanos;
        }
        int settled = Math.max(0, points.size() - UNSETTLED);
        points.subList(settled, points.size()).clear();
        for (int i = settled; i < wanted; i++) {
            long to = Math.min((i + 1L) * nanos, timeline.size() * timeline.bucketNanos());
            points.add(new Point(i * nanos, to, timeline.trailing(to - 1, to - i * nanos)));
        }
    }

    /** The point in which a time lies; the last one if it is beyond it. There must be one. */
    Point at(long time) {
        return points.get(Math.clamp(time / pointNanos, 0, points.size() - 1));
    }
}
