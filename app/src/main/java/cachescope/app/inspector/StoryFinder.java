package cachescope.app.inspector;

import cachescope.app.frame.Selection;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds what a selection did in a log, near the time at which it was selected. Reads the log, so it
 * may read a file.
 */
final class StoryFinder {
    private static final long SECOND = 1_000_000_000L;
    private static final long[] LOOK_BACK_NANOS = {2 * SECOND, 60 * SECOND, Long.MAX_VALUE};
    private static final int CHUNK = 4_096;

    /** How far beyond the time of selection is looked for the end. */
    private static final int EVENTS_MAX = 400_000;

    private StoryFinder() {}

    static Optional<Story> find(Selection selection, EventLog log, long near) {
        return switch (selection) {
            case Selection.OfRequest of -> tell(new Cause.Request(of.request()), log, near);
            case Selection.OfBackground of ->
                    causeOf(of.call(), log, near).flatMap(cause -> tell(cause, log, near));
            case Selection.OfTier _, Selection.Nothing _ -> Optional.empty();
        };
    }

    private static Optional<Story> tell(Cause cause, EventLog log, long near) {
        for (long back : LOOK_BACK_NANOS) {
            var teller = new StoryTeller(cause);
            long next = log.firstSeqAtOrAfter(Math.max(0, near - back));
            long end = Math.min(log.size(), log.firstSeqAtOrAfter(near) + EVENTS_MAX);
            while (next < end
                    && !(teller.hasBegun()
                            && teller.isOver()
                            && next > log.firstSeqAtOrAfter(near))) {
                int read = log.read(next, (int) Math.min(CHUNK, end - next), teller);
                if (read == 0) {
                    break;
                }
                next = Math.max(next, log.firstSeq()) + read;
            }
            if (teller.hasBegun()) {
                return teller.tell();
            }
        }
        return Optional.empty();
    }

    private static Optional<Cause> causeOf(long call, EventLog log, long near) {
        for (long back : LOOK_BACK_NANOS) {
            var found = new AtomicReference<Optional<Cause>>(Optional.empty());
            long from = log.firstSeqAtOrAfter(Math.max(0, near - back));
            long end = Math.min(log.size(), log.firstSeqAtOrAfter(near) + EVENTS_MAX);
            log.read(
                    from,
                    (int) Math.min(Integer.MAX_VALUE, end - from),
                    event -> {
                        if (event instanceof Event.CallStarted started && started.call() == call) {
                            found.set(Optional.of(started.cause()));
                        }
                    });
            if (found.get().isPresent()) {
                return found.get();
            }
        }
        return Optional.empty();
    }
}
