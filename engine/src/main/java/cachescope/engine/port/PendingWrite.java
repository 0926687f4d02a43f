package cachescope.engine.port;

import cachescope.engine.event.Cause;

/** A write that was acknowledged but is not committed yet; no value means a delete. */
public record PendingWrite(String key, Versioned versioned, Cause cause) {

    public long version() {
        return versioned.version();
    }

    /** How many bytes its key and value take in memory, where they are of one byte a character. */
    public long bytes() {
        var value = versioned.value();
        return key.length() + (value == null ? 0L : value.length());
    }
}
