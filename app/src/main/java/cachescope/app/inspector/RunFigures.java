package cachescope.app.inspector;

import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.projection.Timeline;
import cachescope.engine.projection.Timeline.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The numbers of a run from its start up to a time, to the width of a bucket of its time line, in
 * the order in which they are shown.
 */
final class RunFigures {
    private RunFigures() {}

    /** None before the first request has ended. */
    static List<Figure> of(Timeline timeline, long time) {
        long requests = count(timeline, Series.REQUESTS, time);
        if (requests == 0) {
            return List.of();
        }
        var all = timeline.trailing(time, time + 1);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("Requests", Counts.whole(requests)));
        figures.add(new Figure("Hit ratio", Counts.share(all.hitRatio().orElse(Double.NaN))));
        figures.add(counted("Hits", timeline, Series.HITS, time));
        figures.add(counted("Misses", timeline, Series.MISSES, time));
        figures.add(counted("Database calls", timeline, Series.DATABASE_CALLS, time));
        figures.add(new Figure("Read p50", length(all.readLatencyP50())));
        figures.add(new Figure("Read p99", length(all.readLatencyP99())));
        figures.add(counted("Stale reads", timeline, Series.STALE_READS, time));
        figures.add(counted("Failures", timeline, Series.FAILURES, time));
        return figures;
    }

    private static Figure counted(String name, Timeline timeline, Series series, long time) {
        return new Figure(name, Counts.whole(count(timeline, series, time)));
    }

    private static long count(Timeline timeline, Series series, long time) {
        long count = 0;
        for (int i = 0; i < timeline.size() && i * timeline.bucketNanos() <= time; i++) {
            count += timeline.count(series, i);
        }
        return count;
    }

    private static String length(OptionalLong nanos) {
        return nanos.isPresent() ? Times.length(nanos.getAsLong()) : "–";
    }
}
