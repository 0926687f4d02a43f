package cachescope.app.frame;

import cachescope.engine.event.EventLog;
import java.util.function.BooleanSupplier;

/**
 * Seeks that nobody asked for, early in a long log, so that Java has compiled what seeking takes
 * when somebody does: the first of a million requests would take a tenth of a second and more, the
 * later ones a fifth of that. What they find is dropped. For one thread.
 */
final class Rehearsal {
    /** From how many keyframes on a log is so long that it pays, and its beginning in its file. */
    private static final int KEYFRAMES_MIN = 24;

    private static final int SEEKS = 24;

    private final EventLog log;
    private final Keyframes keyframes;
    private int sought;

    Rehearsal(EventLog log, Keyframes keyframes) {
        this.log = log;
        this.keyframes = keyframes;
    }

    /** Seeks once if the next keyframe is there and not enough was rehearsed; may be stopped. */
    void goOn(BooleanSupplier stop) {
        if (sought < SEEKS && keyframes.size() >= KEYFRAMES_MIN + sought) {
            sought++;
            var extent = Ahead.Extent.upTo(log.size() / 16 * (sought % 4) + 1);
            keyframes.before(extent.reached()).advance(log, extent, stop);
        }
    }
}
