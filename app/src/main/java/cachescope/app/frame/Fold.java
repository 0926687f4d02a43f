package cachescope.app.frame;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.Journeys;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The playhead's projections, and how far in the log they have come. */
final class Fold implements Consumer<Event> {
    private static final int CHUNK_EVENTS = 256;

    private final Shown shown;
    private long cursor;
    private long reached;

    /** Begins at the log's start. */
    Fold() {
        this(new Shown(), 0);
    }

    private Fold(Shown shown, long cursor) {
        this.shown = shown;
        this.cursor = cursor;
        this.reached = cursor;
    }

    /**
     * Whether this one can go on to an extent: it has not come further than that, and what it holds
     * of the present is not of later.
     */
    boolean canReach(Ahead.Extent extent) {
        return cursor <= extent.end() && reached <= extent.reached();
    }

    /**
     * Of one that has come as far as it knows: a small copy that goes its own way from here. What
     * it lacks, the journeys that are over, it has again when {@link #fills} says so.
     */
    Fold copyOfOpen() {
        return new Fold(shown.copyOfOpen(), cursor);
    }

    /** Whether a copy of this one, brought to where the other is, holds all that the other does. */
    boolean fills(Fold later) {
        return cursor == 0
                || later.shown.journeys().ended() - shown.journeys().ended()
                        > Journeys.JOURNEYS_MAX;
    }

    Shown shown() {
        return shown;
    }

    /** The event that comes next. */
    long cursor() {
        return cursor;
    }

    /**
     * Takes in the events of an extent until it is told to stop, which it asks now and then;
     * whether it came to the end.
     */
    boolean advance(EventLog log, Ahead.Extent extent, BooleanSupplier stop) {
        cursor = Math.max(cursor, log.firstSeq());
        while (cursor < extent.end()) {
            log.read(
                    cursor,
                    (int) Math.min(CHUNK_EVENTS, extent.end() - cursor),
                    event -> take(event, extent.reached()));
            if (stop.getAsBoolean()) {
                break;
            }
        }
        reach(Math.min(cursor, extent.reached()));
        return cursor >= extent.end();
    }

    /** Takes in an event that has come. */
    @Override
    public void accept(Event event) {
        take(event, event.seq() + 1);
    }

    /** What has come is folded at once, so that no more is held back than what is ahead. */
    private void take(Event event, long reachedSeq) {
        shown.accept(event);
        cursor = event.seq() + 1;
        reach(Math.min(cursor, reachedSeq));
    }

    private void reach(long seq) {
        if (seq > reached) {
            reached = seq;
            shown.present().reach(seq);
        }
    }
}
