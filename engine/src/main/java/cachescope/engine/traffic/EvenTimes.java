package cachescope.engine.traffic;

/** The times of requests that come without any: evenly spaced, the first at 0, in nanoseconds. */
final class EvenTimes {
    private final double nanosApart;
    private long count;

    EvenTimes(double perSecond) {
        nanosApart = 1e9 / perSecond;
    }

    long next() {
        return (long) (count++ * nanosApart);
    }
}
