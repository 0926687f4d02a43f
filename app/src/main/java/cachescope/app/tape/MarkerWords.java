package cachescope.app.tape;

import cachescope.app.words.TierWords;
import cachescope.app.words.Times;
import cachescope.engine.event.Event;
import cachescope.engine.projection.Markers.Marker;

/** What stands beside a marker on the tape. */
public final class MarkerWords {
    private MarkerWords() {}

    /** A few words. */
    public static String of(Marker marker) {
        return switch (marker.kind()) {
            case STRATEGY_CHANGED ->
                    marker.event() instanceof Event.StrategyChanged changed
                            ? changed.change()
                            : "strategy changed";
            case PACE_CHANGED ->
                    marker.event() instanceof Event.PaceChanged pace
                            ? ofPace(pace)
                            : "speed changed";
            case TIER_FAILED ->
                    marker.event() instanceof Event.TierFailed failed
                            ? TierWords.title(failed.tier()) + " lost"
                            : "a tier is lost";
            case TIER_RECOVERED ->
                    marker.event() instanceof Event.TierRecovered back
                            ? TierWords.title(back.tier()) + " back"
                            : "a tier is back";
            case NODE_STOPPED ->
                    marker.event() instanceof Event.NodeStopped stopped
                            ? stopped.node() + " killed"
                            : "a node is killed";
            case NODE_STARTED ->
                    marker.event() instanceof Event.NodeStarted started
                            ? started.node() + " started"
                            : "a node is started";
            case FIRST_STALE_READ -> "first stale read";
            case LOAD_BURST -> "burst of loads";
            case EVICTION_STORM -> "eviction storm";
            case WRITE_REJECTED -> "write rejected";
            case DEAD_LETTER -> "write given up";
            case WRITE_LOST -> "write lost";
            case DISTURBED ->
                    marker.event() instanceof Event.Disturbed done ? done.what() : "disturbed";
            case RUN_ENDED -> "end";
        };
    }

    private static String ofPace(Event.PaceChanged pace) {
        if (pace.held()) {
            return "traffic held";
        }
        return pace.speed() == 0 ? "speed max" : "speed " + Times.factor(pace.speed());
    }
}
