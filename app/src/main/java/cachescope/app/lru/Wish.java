package cachescope.app.lru;

import cachescope.engine.event.EventLog;
import cachescope.engine.projection.order.CachePlace;

/** What is to be read: a cache of a log at a time, and the key that is looked for in it. */
record Wish(EventLog log, CachePlace place, long time, String selected) {

    boolean isOfSameCache(Wish other) {
        return log == other.log && place.equals(other.place);
    }
}
