package cachescope.app.frame;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.Projection;
import java.util.List;
import java.util.function.Consumer;

/** Some projections, and how far in the log they have come. */
final class Fold implements Consumer<Event> {
    private static final int CHUNK_EVENTS = 256;

    private final List<Projection> projections;
    private long cursor;
    private long reached;

    Fold(Projection... projections) {
        this.projections = List.of(projections);
    }

    /** Forgets everything and goes on from an event. */
    void restart(long fromSeq) {
        projections.forEach(Projection::clear);
        cursor = fromSeq;
        reached = 0;
    }

    /** The event that comes next. */
    long cursor() {
        return cursor;
    }

    /** The greatest time of any event taken in. */
    long reached() {
        return reached;
    }

    /**
     * Takes in events before {@code endSeq} until the deadline on {@link System#nanoTime}; whether
     * it came to the end.
     */
    boolean advance(EventLog log, long endSeq, long deadline) {
        cursor = Math.max(cursor, log.firstSeq());
        while (cursor < endSeq) {
            int most = (int) Math.min(CHUNK_EVENTS, endSeq - cursor);
            cursor += log.read(cursor, most, this);
            if (System.nanoTime() - deadline >= 0) {
                break;
            }
        }
        return cursor >= endSeq;
    }

    @Override
    public void accept(Event event) {
        reached = Math.max(reached, event.at());
        for (var projection : projections) {
            projection.accept(event);
        }
    }
}
