package cachescope.engine.port;

import cachescope.engine.event.Cause;

/** A write that was acknowledged but is not committed yet; no value means a delete. */
public record PendingWrite(String key, Versioned versioned, Cause cause) {

    public long version() {
        return versioned.version();
    }
}
