package cachescope.app.frame;

import cachescope.engine.projection.Feed;
import cachescope.engine.projection.Journeys;
import cachescope.engine.projection.TierLoads;

/**
 * What is folded up to the playhead. All of it is a little ahead of it ({@link
 * FrameClock#AHEAD_NANOS}), so that the end of a short call is known when its packet leaves; they
 * are asked for a time.
 */
public record Shown(Journeys journeys, TierLoads tierLoads, Feed feed) {

    public Shown() {
        this(new Journeys(), new TierLoads(), new Feed());
    }
}
