package cachescope.engine.strategy.latency;

import cachescope.engine.event.Tier;

/** How long the calls of one tier take. */
public record TierLatency(Tier tier, Distribution latency) {}
