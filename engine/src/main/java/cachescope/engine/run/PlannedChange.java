package cachescope.engine.run;

import cachescope.engine.strategy.Strategy;

/** Another strategy from a time on, in nanoseconds from the run's start. */
public record PlannedChange(long at, Strategy strategy) {}
