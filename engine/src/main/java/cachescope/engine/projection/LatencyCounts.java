package cachescope.engine.projection;

import java.util.OptionalLong;

/**
 * Latencies counted in classes that grow with them: sixteen for each doubling, so that a quantile
 * is within about 3 % of the true one. A few kilobytes each, and none until the first latency
 * comes.
 */
final class LatencyCounts {
    private static final int CLASSES_LOG = 4;
    private static final int CLASSES = 1 << CLASSES_LOG;
    private static final int SMALLEST_LOG = 9;
    private static final int GREATEST_LOG = 40;

    private int[] counts = {};
    private long total;
    private long longest;
    private boolean shared;

    /**
     * A copy that goes its own way from here; the counts are shared until one of the two changes.
     */
    LatencyCounts copy() {
        shared = true;
        var copy = new LatencyCounts();
        copy.counts = counts;
        copy.total = total;
        copy.longest = longest;
        copy.shared = true;
        return copy;
    }

    void add(long nanos) {
        if (counts.length == 0) {
            counts = new int[(GREATEST_LOG - SMALLEST_LOG + 1) * CLASSES];
        }
        own();
        counts[index(nanos)]++;
        total++;
        longest = Math.max(longest, nanos);
    }

    void addAll(LatencyCounts other) {
        if (other.total == 0) {
            return;
        }
        if (counts.length == 0) {
            counts = new int[other.counts.length];
        }
        own();
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
        longest = Math.max(longest, other.longest);
    }

    void clear() {
        counts = new int[0];
        total = 0;
        longest = 0;
    }

    /**
     * The latency in nanoseconds below which that share of all lies, never more than the longest;
     * empty if there are none.
     */
    OptionalLong quantile(double quantile) {
        if (total == 0) {
            return OptionalLong.empty();
        }
        long rank = Math.max(1, (long) Math.ceil(quantile * total));
        int index = -1;
        for (long seen = 0; seen < rank; ) {
            index++;
            seen += counts[index];
        }
        return OptionalLong.of(Math.min(middle(index), longest));
    }

    private void own() {
        if (shared) {
            counts = counts.clone();
            shared = false;
        }
    }

    private static int index(long nanos) {
        long value = Math.clamp(nanos, 1L << SMALLEST_LOG, (1L << (GREATEST_LOG + 1)) - 1);
        int log = 63 - Long.numberOfLeadingZeros(value);
        int within = (int) (value >>> (log - CLASSES_LOG)) & (CLASSES - 1);
        return (log - SMALLEST_LOG) * CLASSES + within;
    }

    private static long middle(int index) {
        int log = index / CLASSES + SMALLEST_LOG;
        long width = 1L << (log - CLASSES_LOG);
        return (1L << log) + index % CLASSES * width + width / 2;
    }
}
