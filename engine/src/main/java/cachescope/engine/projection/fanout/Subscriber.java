package cachescope.engine.projection.fanout;

import java.util.ArrayList;
import java.util.List;

/**
 * An application node with a near cache.
 *
 * @param listening whether it hears messages; true for a node of which nothing is told
 * @param flushedSeq the event with which its near cache was last empty; -1 if that is not known
 * @param flushedAt when that was
 * @param missed the messages that never came since then, by key, the latest last
 */
public record Subscriber(
        String node,
        boolean up,
        boolean listening,
        long flushedSeq,
        long flushedAt,
        List<Missed> missed) {
    /** How many missed keys of a node are remembered; the oldest are forgotten. */
    public static final int MISSED_MAX = 64;

    public Subscriber {
        missed = List.copyOf(missed);
    }

    static Subscriber named(String node) {
        return new Subscriber(node, true, true, -1, Copy.NEVER, List.of());
    }

    Subscriber listening(boolean now) {
        return new Subscriber(node, up, now, flushedSeq, flushedAt, missed);
    }

    Subscriber stopped(long seq, long at) {
        return new Subscriber(node, false, false, seq, at, List.of());
    }

    /** It starts with nothing in memory, and is not said to listen until it does. */
    Subscriber started(long seq, long at) {
        return new Subscriber(node, true, listening, seq, at, List.of());
    }

    Subscriber flushed(long seq, long at) {
        return new Subscriber(node, up, listening, seq, at, List.of());
    }

    Subscriber missed(Missed another) {
        var all = new ArrayList<Missed>(missed.size() + 1);
        missed.stream().filter(other -> !other.key().equals(another.key())).forEach(all::add);
        all.add(another);
        if (all.size() > MISSED_MAX) {
            all.removeFirst();
        }
        return new Subscriber(node, up, listening, flushedSeq, flushedAt, all);
    }
}
