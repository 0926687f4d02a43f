package cachescope.engine.projection.stampede;

/**
 * From one entry of a key to the next: the loads that begin in it are those that the end of the
 * entry led to.
 *
 * @param loads how many have begun
 * @param firstLoadAt when the first of them did; {@link Reader#NOT} if none has
 * @param byAge whether the entry has not been dropped, so that its end is its expiry
 */
public record Round(long number, int loads, long firstLoadAt, boolean byAge) {
    static final Round FIRST = new Round(0, 0, Reader.NOT, false);

    Round loadStarted(long at) {
        return new Round(number, loads + 1, loads == 0 ? at : firstLoadAt, byAge);
    }

    /** A read of the database turned out to be no load. */
    Round noLoad() {
        return new Round(number, loads - 1, loads == 1 ? Reader.NOT : firstLoadAt, byAge);
    }

    Round dropped() {
        return new Round(number, loads, firstLoadAt, false);
    }

    Round next() {
        return new Round(number + 1, 0, Reader.NOT, true);
    }
}
