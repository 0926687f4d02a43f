package cachescope.engine.sizing;

import cachescope.engine.strategy.EvictionName;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;

/**
 * Works out curves of one recording.
 *
 * @param limit how many of its requests are looked at
 * @param by what capacities count
 * @param mostKeys how many keys are followed for LRU's curve before it is sampled
 * @param mostRequests how many requests can be held in memory for the other policies
 */
public record Sizing(Traffic traffic, long limit, By by, int mostKeys, int mostRequests) {

    /** The bytes that a followed key takes at most. */
    private static final int KEY_BYTES = 96;

    /** The bytes that a held request takes at most, with its key and what a policy knows of it. */
    private static final int REQUEST_BYTES = 64;

    /** All of a recording, as exactly as so much memory, in bytes, allows. */
    public static Sizing within(long memory, Traffic traffic, By by) {
        return new Sizing(
                traffic,
                Long.MAX_VALUE,
                by,
                Math.clamp(memory / KEY_BYTES, 1 << 10, 1 << 28),
                Math.clamp(memory / REQUEST_BYTES, 1 << 10, 1 << 30));
    }

    public Sizing withLimit(long other) {
        return new Sizing(traffic, other, by, mostKeys, mostRequests);
    }

    public Sizing withMostKeys(int other) {
        return new Sizing(traffic, limit, by, other, mostRequests);
    }

    /** LRU's curve in one pass over the recording, without holding it. Blocks. */
    public Curve lru(Advance advance) throws TrafficException, SizingException {
        return LruCurve.of(traffic, limit, by, mostKeys, advance);
    }

    /** The recording in memory, for replays. Blocks. */
    public NumberedTraffic numbered(Advance advance) throws TrafficException, SizingException {
        return NumberedTraffic.read(traffic, limit, mostRequests, by, advance);
    }

    /** The curve of any policy. Blocks. */
    public Curve curve(EvictionName policy, Advance advance)
            throws TrafficException, SizingException {
        return policy == EvictionName.LRU
                ? lru(advance)
                : new Replays(numbered(advance), by, advance).curve(policy);
    }
}
