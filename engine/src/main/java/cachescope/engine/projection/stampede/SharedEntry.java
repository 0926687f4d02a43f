package cachescope.engine.projection.stampede;

/** The entry of a key in the cache that all nodes share. Never is {@code Long.MAX_VALUE}. */
public record SharedEntry(long writtenAt, long expiresAt, long version) {}
