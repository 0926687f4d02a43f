package cachescope.engine.run;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches a branch: until the time at which it goes its own way, its log must be that of the run
 * that it branches from, event by event. An observer of the branch's log.
 */
public final class PrefixCheck implements Consumer<Event> {
    private static final int READ_AT_ONCE = 1024;

    private final EventLog trunk;
    private final long branchesAt;
    private final Consumer<String> difference;
    private final List<Event> expected = new ArrayList<>(READ_AT_ONCE);
    private long firstExpected;
    private boolean over;

    /** {@code difference} is told once, in a sentence, if the logs differ before that time. */
    public PrefixCheck(EventLog trunk, long branchesAt, Consumer<String> difference) {
        this.trunk = trunk;
        this.branchesAt = branchesAt;
        this.difference = difference;
    }

    @Override
    public void accept(Event event) {
        if (over) {
            return;
        }
        if (appendedAt(event) >= branchesAt) {
            over = true;
        } else if (!event.equals(expected(event.seq()))) {
            over = true;
            difference.accept(
                    "The branch is not the same run up to where it branches off: event "
                            + event.seq()
                            + " differs.");
        }
    }

    /** The time at which an event became known: a call when it came back. */
    private static long appendedAt(Event event) {
        return event instanceof Event.CallEnded call ? call.endedAt() : event.at();
    }

    private Event expected(long seq) {
        if (seq >= firstExpected + expected.size()) {
            expected.clear();
            firstExpected = seq;
            trunk.read(seq, READ_AT_ONCE, expected::add);
        }
        int place = (int) (seq - firstExpected);
        return place < expected.size() ? expected.get(place) : NONE;
    }

    /** Stands for an event that is not there; equal to none that is. */
    private static final Event NONE = new Event.RunEnded(-1, 0, false);
}
