package cachescope.app.inspector;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Selection;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import java.util.ArrayList;
import java.util.Optional;

/** Finds what a selection did in the log of a frame. May take some milliseconds, and read a file. */
final class StoryFinder {
    /** How far before the time of selection the calls of background work are looked for. */
    private static final long LOOK_BACK_NANOS = 20_000_000_000L;

    /** How many events are read in search of them. */
    private static final int EVENTS_MAX = 200_000;

    private StoryFinder() {}

    /**
     * The story of a selection; empty if it has none, or is not in the log.
     *
     * @param near a time at which it was on its way
     */
    static Optional<Story> find(Selection selection, Frame frame, long near) {
        return switch (selection) {
            case Selection.OfRequest(long request) -> ofRequest(request, frame);
            case Selection.OfBackground of -> ofBackground(of.call(), frame.log(), near);
            case Selection.OfTier _, Selection.Nothing _ -> Optional.empty();
        };
    }

    private static Optional<Story> ofRequest(long request, Frame frame) {
        var teller = new StoryTeller(new Cause.Request(request));
        frame.whole().requests().of(request, frame.log()).ifPresent(story -> story.steps().forEach(teller));
        return teller.tell();
    }

    private static Optional<Story> ofBackground(long call, EventLog log, long near) {
        long from = log.firstSeqAtOrAfter(Math.max(0, near - LOOK_BACK_NANOS));
        var causes = new ArrayList<Cause>(1);
        log.read(from, EVENTS_MAX, event -> {
            if (event instanceof Event.CallStarted started && started.call() == call) {
                causes.add(started.cause());
            }
        });
        if (causes.isEmpty()) {
            return Optional.empty();
        }
        var teller = new StoryTeller(causes.getFirst());
        log.read(from, EVENTS_MAX, teller);
        return teller.tell();
    }
}
