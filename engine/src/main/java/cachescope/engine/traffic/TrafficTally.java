package cachescope.engine.traffic;

/**
 * Folds requests, as they stream by, into a {@link TrafficSummary}. Bounded memory; for one thread.
 */
public final class TrafficTally {
    private final UniqueKeys keys = new UniqueKeys(UniqueKeys.MOST_COUNTED);
    private long reads;
    private long writes;
    private long deletes;
    private long latest;

    /** Takes one more request into account. */
    public void add(Request request) {
        switch (request.operation()) {
            case READ -> reads++;
            case WRITE -> writes++;
            case DELETE -> deletes++;
        }
        keys.add(request.key());
        latest = Math.max(latest, request.at());
    }

    /** What was seen so far. */
    public TrafficSummary summary() {
        return new TrafficSummary(
                reads + writes + deletes,
                reads,
                writes,
                deletes,
                keys.count(),
                keys.estimated(),
                latest / 1e9);
    }
}
