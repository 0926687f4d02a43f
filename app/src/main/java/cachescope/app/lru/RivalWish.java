package cachescope.app.lru;

import cachescope.engine.event.EventLog;
import cachescope.engine.projection.order.CachePlace;

/** Two policies to be tried on the look-ups of a cache up to a time. */
record RivalWish(
        EventLog log,
        CachePlace place,
        RivalPolicy one,
        RivalPolicy other,
        long capacity,
        long time) {

    /** The same at another time. */
    boolean isOfSameTrial(RivalWish wish) {
        return log == wish.log
                && place.equals(wish.place)
                && one.equals(wish.one)
                && other.equals(wish.other)
                && capacity == wish.capacity;
    }
}
