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
    private long journeysCursor;
    private long cursor;
    private long reached;

    /** Begins at the log's start. */
    Fold() {
        this(new Shown(), 0, 0);
    }

    private Fold(Shown shown, long journeysCursor, long cursor) {
        this.shown = shown;
        this.journeysCursor = journeysCursor;
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
        return new Fold(shown.copyOfOpen(), cursor, cursor);
    }

    /**
     * A copy as {@link #copyOfOpen} makes it, but one that takes in its journeys again from where
     * an earlier one stands, when it goes on.
     */
    Fold copyWithJourneysFrom(Fold earlier) {
        return new Fold(
                shown.copyOfOpen().with(earlier.shown.journeys().copyOfOpen()),
                earlier.cursor,
                cursor);
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
        if (!takeJourneysAgain(log, stop)) {
            return false;
        }
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

    /** Takes in the journeys up to where the rest is; whether it came there. */
    private boolean takeJourneysAgain(EventLog log, BooleanSupplier stop) {
        journeysCursor = Math.max(journeysCursor, log.firstSeq());
        while (journeysCursor < cursor && !stop.getAsBoolean()) {
            log.read(
                    journeysCursor,
                    (int) Math.min(CHUNK_EVENTS, cursor - journeysCursor),
                    event -> {
                        shown.journeys().accept(event);
                        journeysCursor = event.seq() + 1;
                    });
        }
        return journeysCursor >= cursor;
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
        journeysCursor = cursor;
        reach(Math.min(cursor, reachedSeq));
    }

    private void reach(long seq) {
        if (seq > reached) {
            reached = seq;
            shown.present().reach(seq);
        }
    }
}
