package cachescope.engine.projection;

import java.util.OptionalLong;

/**
 * Latencies counted in classes that grow with them: sixteen for each doubling, so that a quantile
 * is within about 3 % of the true one, and below 32 ns it is exact. A few kilobytes each, and none
 * until the first latency comes.
 */
final class LatencyCounts {
    private static final int CLASSES_LOG = 4;
    private static final int CLASSES = 1 << CLASSES_LOG;
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
            counts = new int[(GREATEST_LOG - CLASSES_LOG + 2) * CLASSES];
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
        long value = Math.clamp(nanos, 0, (1L << (GREATEST_LOG + 1)) - 1);
        if (value < CLASSES) {
            return (int) value;
        }
        int shift = 63 - Long.numberOfLeadingZeros(value) - CLASSES_LOG;
        return (shift + 1) * CLASSES + ((int) (value >>> shift) & (CLASSES - 1));
    }

    private static long middle(int index) {
        if (index < CLASSES) {
            return index;
        }
        int shift = index / CLASSES - 1;
        long width = 1L << shift;
        return (CLASSES + index % CLASSES) * width + width / 2;
    }
}
