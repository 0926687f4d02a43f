package cachescope.app.frame;

import cachescope.engine.event.Event;
import cachescope.engine.projection.fanout.FanOut;
import cachescope.engine.projection.stampede.Stampedes;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is folded up to the playhead and no further, and the events that come next. An event counts
 * as reached when no event before it in the log takes effect later than the playhead.
 */
public final class Present {
    private final FanOut fanOut;
    private final Stampedes stampedes;
    private final Deque<Event> coming = new ArrayDeque<>();

    public Present() {
        this(new FanOut(), new Stampedes());
    }

    private Present(FanOut fanOut, Stampedes stampedes) {
        this.fanOut = fanOut;
        this.stampedes = stampedes;
    }

    public FanOut fanOut() {
        return fanOut;
    }

    public Stampedes stampedes() {
        return stampedes;
    }

    /**
     * The fan-out as it will be when all events that are read already have come: {@link
     * FrameClock#AHEAD_NANOS} after the playhead, or less where much happens.
     */
    public FanOut fanOutAhead() {
        var ahead = fanOut.copy();
        coming.forEach(ahead);
        return ahead;
    }

    /** Takes in an event that is not reached yet. */
    public void comes(Event event) {
        coming.addLast(event);
    }

    /** Reaches the events that came before one of the log's order. */
    public void reach(long seq) {
        while (!coming.isEmpty() && coming.getFirst().seq() < seq) {
            var event = coming.removeFirst();
            fanOut.accept(event);
            stampedes.accept(event);
        }
    }

    /** A copy that goes its own way from here, with nothing to come; nothing must be coming. */
    Present copy() {
        if (!coming.isEmpty()) {
            throw new IllegalStateException(
                    coming.size() + " events are coming: a keyframe holds what is reached");
        }
        return new Present(fanOut.copy(), stampedes.copy());
    }
}
