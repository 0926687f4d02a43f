package cachescope.engine.projection;

import cachescope.engine.event.Tier;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** When the calls of one tier left and came back, and what came of them. */
final class TierMoments {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Tier tier;
    private final Moments starts;
    private final Moments ends;
    private final Moments hits;
    private final Moments misses;
    private final Moments failed;

    TierMoments(Tier tier, int capacity) {
        this.tier = tier;
        this.starts = new Moments(capacity);
        this.ends = new Moments(capacity);
        this.hits = new Moments(capacity);
        this.misses = new Moments(capacity);
        this.failed = new Moments(capacity);
    }

    private TierMoments(TierMoments other) {
        tier = other.tier;
        starts = other.starts.copy();
        ends = other.ends.copy();
        hits = other.hits.copy();
        misses = other.misses.copy();
        failed = other.failed.copy();
    }

    /** A copy that goes its own way from here. */
    TierMoments copy() {
        return new TierMoments(this);
    }

    void started(long at) {
        starts.add(at, 0);
    }

    void ended(long at, long latency) {
        ends.add(at, latency);
    }

    void lookedUp(long at, boolean hit) {
        (hit ? hits : misses).add(at, 0);
    }

    void failed(long at, boolean now) {
        failed.add(at, now ? 1 : 0);
    }

    void clear() {
        starts.clear();
        ends.clear();
        hits.clear();
        misses.clear();
        failed.clear();
    }

    TierLoad at(long time, long window) {
        long from = Math.max(Math.max(time - window, -1), ends.heldFrom() - 1);
        long ended = ends.upTo(time);
        double seconds = Math.max(1, time - Math.max(from, 0)) / NANOS_PER_SECOND;
        var latencies = ends.sortedValues(from, time, TierLoads.LATENCIES_MAX);
        return new TierLoad(
                tier,
                Math.max(0, starts.upTo(time) - ended),
                (ended - ends.upTo(from)) / seconds,
                ratio(hits.upTo(time) - hits.upTo(from), misses.upTo(time) - misses.upTo(from)),
                quantile(latencies, 0.50),
                quantile(latencies, 0.99),
                failed.valueAt(time, 0) == 1,
                ended,
                hits.upTo(time),
                misses.upTo(time));
    }

    private static OptionalDouble ratio(long hits, long misses) {
        long all = hits + misses;
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / all);
    }

    private static OptionalLong quantile(long[] sorted, double quantile) {
        if (sorted.length == 0) {
            return OptionalLong.empty();
        }
        int rank = (int) Math.ceil(quantile * sorted.length);
        return OptionalLong.of(sorted[Math.max(0, rank - 1)]);
    }
}
