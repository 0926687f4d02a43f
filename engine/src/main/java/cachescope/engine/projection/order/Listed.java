package cachescope.engine.projection.order;

/**
 * An entry in its place.
 *
 * @param uses how often it was found or put since it came
 * @param marked whether the policy would pass it once: CLOCK's reference bit, SIEVE's visited one
 * @param usedAt when it was last found or put
 * @param tombstone whether it only says that a version is gone
 */
public record Listed(
        String key, long version, int uses, boolean marked, long usedAt, boolean tombstone) {}
