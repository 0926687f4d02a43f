package cachescope.engine.sizing;

/**
 * How far a sampled curve may be from the true one. Keys fall by their ids into groups; how much
 * these differ tells how much another sample would.
 */
final class SamplingError {
    private static final int GROUPS = 32;
    private static final int GROUP_SHIFT = 24;
    private static final Buckets COARSE = new Buckets(5);

    /** Two standard errors hold with 95 %. */
    private static final double CONFIDENCE = 2;

    private final DistanceHistogram[] groups = new DistanceHistogram[GROUPS];

    SamplingError() {
        for (int group = 0; group < GROUPS; group++) {
            groups[group] = new DistanceHistogram(COARSE);
        }
    }

    /** The group of a key; ids are well mixed. */
    DistanceHistogram groupOf(long id) {
        return groups[(int) (id >>> GROUP_SHIFT) & (GROUPS - 1)];
    }

    void halve() {
        for (var group : groups) {
            group.halve();
        }
    }

    /** Twice the standard error of the miss ratio at a capacity, of so many requests expected. */
    double at(long capacity, double requests) {
        double sum = 0;
        double squares = 0;
        for (var group : groups) {
            double misses = group.misses(capacity);
            sum += misses;
            squares += misses * misses;
        }
        double variance = Math.max(0, squares - sum * sum / GROUPS) / (GROUPS - 1);
        return CONFIDENCE * Math.sqrt(GROUPS * variance) / requests;
    }
}
