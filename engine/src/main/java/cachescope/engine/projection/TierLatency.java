package cachescope.engine.projection;

import java.util.OptionalLong;

/**
 * How long the calls of a tier took from the run's start to a moment, those that went well. Each is
 * its whole way in nanoseconds, with what the strategy adds to it.
 *
 * @param calls how many calls
 * @param p50 what half of them did not exceed, within about 3 %; empty if there were none
 * @param p99 the same of 99 in 100
 */
public record TierLatency(long calls, OptionalLong p50, OptionalLong p99) {
    /** No call. */
    public static final TierLatency NONE =
            new TierLatency(0, OptionalLong.empty(), OptionalLong.empty());
}
