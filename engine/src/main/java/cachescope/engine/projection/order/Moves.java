package cachescope.engine.projection.order;

import cachescope.engine.event.Event;

/** What becomes of the order of a cache, and of what is known of its entries, with each call. */
interface Moves {
    void read(Event.CacheRead event);

    void written(Event.CacheWritten event);

    /** An entry was dropped, and not to make room. */
    void removed(Event.CacheRemoved event);

    void swept(Event.CacheSwept event);

    /** An entry has left to make room. */
    void evicted(Event.CacheRemoved event);
}
