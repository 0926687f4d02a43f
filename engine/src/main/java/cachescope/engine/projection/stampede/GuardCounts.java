package cachescope.engine.projection.stampede;

/** What the guard did for a key. */
public record GuardCounts(long refreshes, long lateRefreshes, long graceServed, long timedOut) {
    static final GuardCounts NONE = new GuardCounts(0, 0, 0, 0);

    GuardCounts refreshed() {
        return new GuardCounts(refreshes + 1, lateRefreshes, graceServed, timedOut);
    }

    GuardCounts refreshedLate() {
        return new GuardCounts(refreshes, lateRefreshes + 1, graceServed, timedOut);
    }

    GuardCounts servedInGrace() {
        return new GuardCounts(refreshes, lateRefreshes, graceServed + 1, timedOut);
    }

    GuardCounts gaveUp() {
        return new GuardCounts(refreshes, lateRefreshes, graceServed, timedOut + 1);
    }
}
