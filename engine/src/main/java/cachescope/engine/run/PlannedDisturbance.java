package cachescope.engine.run;

/** Something that goes wrong on purpose at a time, in nanoseconds from the run's start. */
public record PlannedDisturbance(long at, Disturbance disturbance) {}
