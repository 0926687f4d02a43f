package cachescope.engine.projection.stampede;

/**
 * The lock or lease of a key: since when a token holds it, and until when it does by itself.
 *
 * @param changed whether the entry was written or dropped meanwhile, which ends a lease but no lock
 */
public record KeyLock(String token, String node, long takenAt, long expiresAt, boolean changed) {

    KeyLock whenChanged() {
        return new KeyLock(token, node, takenAt, expiresAt, true);
    }
}
