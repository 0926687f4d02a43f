package cachescope.app.frame;

import cachescope.engine.event.EventLog;

/**
 * How far in the log the playhead's projections are folded for a time: a little ahead of it, by
 * time, but not by more events than the projections hold.
 */
final class Ahead {
    /** How far ahead by time, in nanoseconds. */
    static final long NANOS = Playhead.LIVE_LAG_NANOS;

    /** How far ahead by events, at most. */
    static final int EVENTS_MAX = 4_096;

    private Ahead() {}

    /**
     * The events up to which, and not with which, the log is folded to show a time.
     *
     * @param reached those before it have come
     * @param end those before it are known
     */
    record Extent(long reached, long end) {

        /** All before an event has come, and nothing more is known. */
        static Extent upTo(long seq) {
            return new Extent(seq, seq);
        }
    }

    static Extent of(EventLog log, long time) {
        long reached = log.firstSeqAtOrAfter(time + 1);
        return new Extent(
                reached, Math.min(log.firstSeqAtOrAfter(time + NANOS + 1), reached + EVENTS_MAX));
    }
}
