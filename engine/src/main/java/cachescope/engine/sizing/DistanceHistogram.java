package cachescope.engine.sizing;

import java.util.Arrays;

/** How often which stack distance came, and never. Counts can be weighted. */
final class DistanceHistogram {
    private final Buckets buckets;
    private double[] counts = new double[64];
    private double never;

    DistanceHistogram(Buckets buckets) {
        this.buckets = buckets;
    }

    void add(long distance, double weight) {
        int bucket = buckets.of(distance);
        if (bucket >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(bucket + 1, counts.length * 2));
        }
        counts[bucket] += weight;
    }

    void addNever(double weight) {
        never += weight;
    }

    /** Everything counts half from now on. */
    void halve() {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            counts[bucket] /= 2;
        }
        never /= 2;
    }

    /**
     * What misses at a capacity; exact where it is the largest number of its bucket, else that of
     * the next smaller such number.
     */
    double misses(long capacity) {
        int bucket = buckets.of(capacity);
        int first = buckets.largest(bucket) == capacity ? bucket + 1 : bucket;
        double misses = never;
        for (int index = counts.length - 1; index >= first; index--) {
            misses += counts[index];
        }
        return misses;
    }

    /** The misses by bucket: of a cache as large as the largest number of each. */
    double[] missesByBucket() {
        int last = counts.length - 1;
        while (last > 0 && counts[last] == 0) {
            last--;
        }
        var misses = new double[last + 1];
        double sum = never;
        for (int bucket = last; bucket >= 0; bucket--) {
            misses[bucket] = sum;
            sum += counts[bucket];
        }
        return misses;
    }
}
