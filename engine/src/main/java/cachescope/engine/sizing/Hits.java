package cachescope.engine.sizing;

import cachescope.engine.strategy.EvictionName;

/**
 * What a replay at one capacity told.
 *
 * @param requests that were asked for; fewer than there are if it was told to stop
 * @param bytes asked for; 0 where sizes were not looked at
 */
public record Hits(
        EvictionName eviction,
        long capacity,
        By by,
        long requests,
        long hits,
        long bytes,
        long hitBytes) {

    public long misses() {
        return requests - hits;
    }

    public double hitRatio() {
        return requests == 0 ? 0 : (double) hits / requests;
    }

    /** The share of the bytes that hit; no number where sizes were not looked at. */
    public double byteHitRatio() {
        return by == By.OBJECTS ? Double.NaN : bytes == 0 ? 0 : (double) hitBytes / bytes;
    }
}
