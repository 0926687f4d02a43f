package cachescope.engine.projection.stampede;

/** How often a key was asked for, from its first read on. */
public record Demand(long since, long reads) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Reads a second up to a time; NaN before the first. */
    public double perSecond(long time) {
        return reads == 0 ? Double.NaN : reads * NANOS_PER_SECOND / Math.max(1, time - since);
    }

    Demand oneMore(long at) {
        return new Demand(reads == 0 ? at : since, reads + 1);
    }
}
