package cachescope.app.frame;

import cachescope.engine.event.Event;
import cachescope.engine.projection.Feed;
import cachescope.engine.projection.Journeys;
import cachescope.engine.projection.TierLatencies;
import cachescope.engine.projection.TierLoads;

/**
 * What is folded up to the playhead. All of it but the {@link Present} is a little ahead of it
 * ({@link FrameClock#AHEAD_NANOS}), so that the end of a short call is known when its packet
 * leaves; they are asked for a time.
 */
public record Shown(
        Journeys journeys,
        TierLoads tierLoads,
        TierLatencies tierLatencies,
        Feed feed,
        Present present) {

    public Shown() {
        this(new Journeys(), new TierLoads(), new TierLatencies(), new Feed(), new Present());
    }

    void accept(Event event) {
        journeys.accept(event);
        tierLoads.accept(event);
        tierLatencies.accept(event);
        feed.accept(event);
        present.comes(event);
    }

    /** The same with other journeys. */
    Shown with(Journeys others) {
        return new Shown(others, tierLoads, tierLatencies, feed, present);
    }

    /** What a keyframe holds: all but the journeys that are over, of which there are many. */
    Shown copyOfOpen() {
        return new Shown(
                journeys.copyOfOpen(),
                tierLoads.copy(),
                tierLatencies.copy(),
                feed.copy(),
                present.copy());
    }
}
