package cachescope.engine.projection;

/** What became of the writes that were acknowledged before they were committed. */
final class QueueCounts {
    private long acknowledged;
    private long flushed;
    private long coalesced;
    private long lost;

    void queued() {
        acknowledged++;
    }

    /**
     * A batch was committed: its writes are settled, those that a later version had overtaken
     * included.
     */
    void flushed(int writes) {
        flushed += writes;
    }

    void coalesced() {
        coalesced++;
    }

    void lost() {
        lost++;
    }

    long acknowledgedWrites() {
        return acknowledged;
    }

    long flushedWrites() {
        return flushed;
    }

    long coalescedWrites() {
        return coalesced;
    }

    long lostWrites() {
        return lost;
    }

    long pendingWrites() {
        return Math.max(0, acknowledged - flushed - coalesced - lost);
    }
}
