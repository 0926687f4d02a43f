package cachescope.app.frame;

import cachescope.engine.event.EventLog;

/**
 * The events of a log on both sides of a time.
 *
 * @param before when the last event up to the time took effect; 0 if there is none
 * @param after when the next one did; {@link #NONE} if there is none
 */
record Neighbours(long before, long after) {
    static final long NONE = Long.MAX_VALUE;

    static Neighbours of(EventLog log, long time) {
        long next = log.firstSeqAtOrAfter(time + 1);
        return new Neighbours(at(log, next - 1, 0), at(log, next, NONE));
    }

    /** The time of the event that many places further on than a time, or back where negative. */
    static long step(EventLog log, long time, int events) {
        long seq =
                events > 0
                        ? log.firstSeqAtOrAfter(time + 1) + events - 1
                        : log.firstSeqAtOrAfter(time) + events;
        long at = at(log, Math.clamp(seq, 0, Math.max(0, log.size() - 1)), time);
        return events > 0 ? Math.max(time, at) : Math.min(time, at);
    }

    private static long at(EventLog log, long seq, long otherwise) {
        long[] at = {otherwise};
        if (seq >= log.firstSeq()) {
            log.read(seq, 1, event -> at[0] = event.at());
        }
        return at[0];
    }
}
