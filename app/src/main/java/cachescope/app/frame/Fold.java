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

    /** Begins at the log's start. */
    Fold() {
        this(new Shown(), 0);
    }

    private Fold(Shown shown, long cursor) {
        this.shown = shown;
        this.cursor = cursor;
    }

    /**
     * A small copy that goes its own way from here. What it lacks, the journeys that are over, it
     * has again when {@link #fills} says so.
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
     * Takes in events before {@code endSeq} until it is told to stop, which it asks now and then;
     * whether it came to the end.
     */
    boolean advance(EventLog log, long endSeq, BooleanSupplier stop) {
        cursor = Math.max(cursor, log.firstSeq());
        while (cursor < endSeq) {
            log.read(cursor, (int) Math.min(CHUNK_EVENTS, endSeq - cursor), this);
            if (stop.getAsBoolean()) {
                break;
            }
        }
        return cursor >= endSeq;
    }

    @Override
    public void accept(Event event) {
        shown.accept(event);
        cursor = event.seq() + 1;
    }
}
