package cachescope.engine.port;

/**
 * A committed write: the version it was given, when it was committed, and what stood there before.
 */
public record Committed(String key, long version, long at, Versioned previous) {}
