package cachescope.engine.projection;

import java.util.OptionalDouble;

/** When one application node answered, and what its look-ups in its near cache came to. */
final class NodeMoments {
    /** How many of each are held one by one. */
    static final int MOMENTS_MAX = 2_048;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Moments answers;
    private final Moments hits;
    private final Moments misses;

    NodeMoments() {
        answers = new Moments(MOMENTS_MAX);
        hits = new Moments(MOMENTS_MAX);
        misses = new Moments(MOMENTS_MAX);
    }

    private NodeMoments(NodeMoments other) {
        answers = other.answers.copy();
        hits = other.hits.copy();
        misses = other.misses.copy();
    }

    /** A copy that goes its own way from here. */
    NodeMoments copy() {
        return new NodeMoments(this);
    }

    void answered(long at) {
        answers.add(at, 0);
    }

    void lookedUp(long at, boolean hit) {
        (hit ? hits : misses).add(at, 0);
    }

    NodeLoad at(long time, long window) {
        long from = Math.max(Math.max(time - window, -1), answers.heldFrom() - 1);
        double seconds = Math.max(1, time - Math.max(from, 0)) / NANOS_PER_SECOND;
        return new NodeLoad(
                (answers.upTo(time) - answers.upTo(from)) / seconds, nearHitRatio(time, window));
    }

    private OptionalDouble nearHitRatio(long time, long window) {
        long held = Math.max(hits.heldFrom(), misses.heldFrom()) - 1;
        long from = Math.max(Math.max(time - window, -1), held);
        long found = hits.upTo(time) - hits.upTo(from);
        long all = found + misses.upTo(time) - misses.upTo(from);
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) found / all);
    }
}
