package cachescope.engine.projection;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Event;
import org.HdrHistogram.Histogram;

/**
 * Requests that have ended: how many of each kind, how reads were answered, how stale they were,
 * how long all took.
 */
final class RequestCounts {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int DIGITS = 3;

    private final Histogram readNanos = new Histogram(DIGITS);
    private final Histogram writeNanos = new Histogram(DIGITS);
    private final long[] answers = new long[Answer.values().length];
    private long writes;
    private long deletes;
    private long stale;
    private long staleness;
    private long staleMost;
    private long unflushed;
    private long longestRead;
    private long longestWrite;

    RequestCounts() {
        readNanos.setAutoResize(true);
        writeNanos.setAutoResize(true);
    }

    void ended(Event.RequestEnded request, long latency) {
        switch (request.operation()) {
            case READ -> {
                var answer = request.answer();
                answers[(answer == null ? Answer.UNANSWERED : answer).ordinal()]++;
                readNanos.recordValue(latency);
                longestRead = Math.max(longestRead, latency);
            }
            case WRITE -> {
                writes++;
                written(latency);
            }
            case DELETE -> {
                deletes++;
                written(latency);
            }
        }
        if (request.stale()) {
            stale++;
            staleness += request.staleness();
            staleMost = Math.max(staleMost, request.staleness());
        }
        if (request.unflushed()) {
            unflushed++;
        }
    }

    private void written(long latency) {
        writeNanos.recordValue(latency);
        longestWrite = Math.max(longestWrite, latency);
    }

    long reads() {
        return hits() + misses() + unanswered();
    }

    long writes() {
        return writes;
    }

    long deletes() {
        return deletes;
    }

    long hits() {
        return answers[Answer.HIT.ordinal()];
    }

    long misses() {
        return answers[Answer.MISS.ordinal()];
    }

    long unanswered() {
        return answers[Answer.UNANSWERED.ordinal()];
    }

    long staleReads() {
        return stale;
    }

    double mostStaleMillis() {
        return staleMost / NANOS_PER_MILLI;
    }

    /** The mean over stale reads only; 0 if there were none. */
    double meanStaleMillis() {
        return stale == 0 ? 0 : (double) staleness / stale / NANOS_PER_MILLI;
    }

    long unflushedReads() {
        return unflushed;
    }

    Report.LatencyMicros latencyMicros() {
        return new Report.LatencyMicros(
                percentiles(readNanos, longestRead), percentiles(writeNanos, longestWrite));
    }

    private static Report.Percentiles percentiles(Histogram nanos, long longest) {
        return new Report.Percentiles(
                micros(nanos, 50, longest),
                micros(nanos, 90, longest),
                micros(nanos, 99, longest),
                micros(nanos, 99.9, longest),
                longest / NANOS_PER_MICRO);
    }

    /** The histogram rounds up, but nothing took longer than the longest. */
    private static double micros(Histogram nanos, double percentile, long longest) {
        return Math.min(nanos.getValueAtPercentile(percentile), longest) / NANOS_PER_MICRO;
    }
}
