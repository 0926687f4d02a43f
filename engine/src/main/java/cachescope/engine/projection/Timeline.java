package cachescope.engine.projection;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A whole run as a fixed number of buckets of equal width in time. The width doubles, and
 * neighbours are put together, when the run outgrows them. What the tape and the charts are painted
 * from.
 */
public final class Timeline implements Projection {
    /** How many buckets there are at most. */
    public static final int BUCKETS = 512;

    /** The width of a bucket at first, in nanoseconds. */
    public static final long FIRST_BUCKET_NANOS = 1_000_000;

    private static final double NANOS_PER_SECOND = 1e9;

    /** What is counted in each bucket. */
    public enum Series {
        /** Requests that ended. */
        REQUESTS,
        /** Reads answered by a cache or by a pending write. */
        HITS,
        MISSES,
        /** Rows read and written in the database, failed calls included. */
        DATABASE_CALLS,
        STALE_READS,
        /** Calls that failed, and requests that failed. */
        FAILURES
    }

    /**
     * What went on in the window before a moment, per second of run time. Latencies are of reads,
     * in nanoseconds.
     *
     * @param hitRatio hits among hits and misses; empty where there were none
     */
    public record Trailing(
            double requestsPerSecond,
            OptionalDouble hitRatio,
            double databaseCallsPerSecond,
            double staleReadsPerSecond,
            double failuresPerSecond,
            OptionalLong readLatencyP50,
            OptionalLong readLatencyP99) {}

    private final long[][] counts;
    private final LatencyCounts[] latencies;
    private final LatencyStart latencyStart;
    private long bucketNanos = FIRST_BUCKET_NANOS;
    private int size;

    public Timeline() {
        counts = new long[Series.values().length][BUCKETS];
        latencies = new LatencyCounts[BUCKETS];
        Arrays.setAll(latencies, _ -> new LatencyCounts());
        latencyStart = new LatencyStart();
    }

    private Timeline(Timeline other) {
        counts = Arrays.stream(other.counts).map(long[]::clone).toArray(long[][]::new);
        latencies =
                Arrays.stream(other.latencies)
                        .map(LatencyCounts::copy)
                        .toArray(LatencyCounts[]::new);
        latencyStart = other.latencyStart.copy();
        bucketNanos = other.bucketNanos;
        size = other.size;
    }

    /** A copy that goes its own way from here; it shares what neither of them changes. */
    public Timeline copy() {
        return new Timeline(this);
    }

    /**
     * How wide a bucket is now, in nanoseconds; bucket {@code i} begins at {@code i} times that.
     */
    public long bucketNanos() {
        return bucketNanos;
    }

    /** How many buckets the run has reached. */
    public int size() {
        return size;
    }

    public long count(Series series, int bucket) {
        return counts[series.ordinal()][bucket];
    }

    /** How many there were in the whole run so far. */
    public long total(Series series) {
        return Arrays.stream(counts[series.ordinal()], 0, size).sum();
    }

    /**
     * A quantile (0.5, 0.99) of the read latencies of a bucket, in nanoseconds; empty where no read
     * ended.
     */
    public OptionalLong readLatency(int bucket, double quantile) {
        return latencies[bucket].quantile(quantile);
    }

    /**
     * What went on between {@code time - window} and {@code time}, to the width of a bucket: the
     * buckets that the window touches, at least the one that {@code time} lies in.
     */
    public Trailing trailing(long time, long window) {
        int last = Math.min(bucket(Math.max(0, time)), BUCKETS - 1);
        int first = Math.min(last, bucket(Math.max(0, time - window + 1)));
        double seconds = (last - first + 1) * bucketNanos / NANOS_PER_SECOND;
        var reads = new LatencyCounts();
        for (int i = first; i <= last; i++) {
            reads.addAll(latencies[i]);
        }
        long hits = sum(Series.HITS, first, last);
        long lookedUp = hits + sum(Series.MISSES, first, last);
        return new Trailing(
                sum(Series.REQUESTS, first, last) / seconds,
                lookedUp == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) hits / lookedUp),
                sum(Series.DATABASE_CALLS, first, last) / seconds,
                sum(Series.STALE_READS, first, last) / seconds,
                sum(Series.FAILURES, first, last) / seconds,
                reads.quantile(0.50),
                reads.quantile(0.99));
    }

    @Override
    public void accept(Event event) {
        reach(event.at());
        switch (event) {
            case Event.RunStarted run -> latencyStart.began(run);
            case Event.PaceChanged change -> latencyStart.changed(change);
            case Event.RequestEnded ended -> requestEnded(ended);
            case Event.RecordRead _,
                    Event.RecordWritten _,
                    Event.RecordRemoved _,
                    Event.UndoOvertaken _ ->
                    add(Series.DATABASE_CALLS, event.at());
            case Event.TierFailed failed -> {
                add(Series.FAILURES, failed.at());
                if (failed.tier() == Tier.DATABASE) {
                    add(Series.DATABASE_CALLS, failed.at());
                }
            }
            case Event.RunEnded _,
                    Event.StrategyChanged _,
                    Event.RequestStarted _,
                    Event.RequestRouted _,
                    Event.CallStarted _,
                    Event.CacheRead _,
                    Event.CacheWritten _,
                    Event.CacheRemoved _,
                    Event.BatchFlushed _,
                    Event.NodeStopped _,
                    Event.NodeStarted _,
                    Event.CommitUnanswered _,
                    Event.LockTried _,
                    Event.LockReleased _,
                    Event.CacheSwept _,
                    Event.MarksRead _,
                    Event.MessagePublished _,
                    Event.MessageDelivered _,
                    Event.MessageLost _,
                    Event.TierRecovered _,
                    Event.PendingRead _,
                    Event.WriteQueued _,
                    Event.WriteCoalesced _,
                    Event.FlushRetried _,
                    Event.WriteDeadLettered _,
                    Event.WriteLost _,
                    Event.WaitStarted _,
                    Event.WaitEnded _,
                    Event.OfGuard _,
                    Event.OfCopies _,
                    Event.Disturbed _,
                    Event.RefreshStarted _,
                    Event.RefreshEnded _ -> {}
        }
    }

    @Override
    public void clear() {
        for (var series : counts) {
            Arrays.fill(series, 0);
        }
        Arrays.stream(latencies).forEach(LatencyCounts::clear);
        bucketNanos = FIRST_BUCKET_NANOS;
        size = 0;
    }

    private void requestEnded(Event.RequestEnded ended) {
        add(Series.REQUESTS, ended.at());
        if (ended.answer() == Answer.HIT) {
            add(Series.HITS, ended.at());
        } else if (ended.answer() == Answer.MISS) {
            add(Series.MISSES, ended.at());
        }
        if (ended.answer() != null) {
            latencies[bucket(ended.at())].add(latencyStart.latency(ended));
        }
        if (ended.stale()) {
            add(Series.STALE_READS, ended.at());
        }
        if (ended.failure() != null) {
            add(Series.FAILURES, ended.at());
        }
    }

    private void add(Series series, long at) {
        counts[series.ordinal()][bucket(at)]++;
    }

    private long sum(Series series, int first, int last) {
        long sum = 0;
        for (int i = first; i <= last; i++) {
            sum += counts[series.ordinal()][i];
        }
        return sum;
    }

    private int bucket(long at) {
        return (int) Math.min(Integer.MAX_VALUE, at / bucketNanos);
    }

    private void reach(long at) {
        while (bucket(at) >= BUCKETS) {
            halve();
        }
        size = Math.max(size, bucket(at) + 1);
    }

    private void halve() {
        for (var series : counts) {
            for (int i = 0; i < BUCKETS; i++) {
                series[i] = i < BUCKETS / 2 ? series[2 * i] + series[2 * i + 1] : 0;
            }
        }
        for (int i = 0; i < BUCKETS; i++) {
            if (i % 2 == 1) {
                latencies[i - 1].addAll(latencies[i]);
            }
        }
        for (int i = 1; i < BUCKETS; i++) {
            latencies[i].clear();
            if (i < BUCKETS / 2) {
                latencies[i].addAll(latencies[2 * i]);
            }
        }
        bucketNanos *= 2;
        size = (size + 1) / 2;
    }
}
