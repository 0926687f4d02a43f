package cachescope.engine.projection;

import cachescope.engine.event.Tier;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a tier has to do at a moment. Rates, ratio and percentiles are over a window of run time
 * that ends at the moment; the percentiles are of the last {@link TierLoads#LATENCIES_MAX} calls in
 * it at most. Latencies are nanoseconds of the call's whole way. Totals count from the run's start.
 *
 * @param inFlight calls on their way; requests being worked on at APP; requests that arrived and
 *     wait to be let in at CLIENT
 * @param hitRatio of the look-ups; empty where there were none
 * @param failed whether the tier's last call failed and none went well since
 */
public record TierLoad(
        Tier tier,
        long inFlight,
        double callsPerSecond,
        OptionalDouble hitRatio,
        OptionalLong latencyP50,
        OptionalLong latencyP99,
        boolean failed,
        long calls,
        long hits,
        long misses) {}
