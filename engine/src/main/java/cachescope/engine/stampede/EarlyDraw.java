package cachescope.engine.stampede;

import cachescope.engine.port.Entry;

/** Draws whether a reader is to load an entry again that has not expired. Never blocks. */
interface EarlyDraw {

    /** Whether the reader who found the entry now is to load it. */
    boolean isDue(Entry entry, long now);
}
