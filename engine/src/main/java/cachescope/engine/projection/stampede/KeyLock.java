package cachescope.engine.projection.stampede;

/** The lock of a key while a token holds it: since when, and until when it does by itself. */
public record KeyLock(String token, String node, long takenAt, long expiresAt) {}
