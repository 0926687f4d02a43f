/**
 * The simulated world: tasks in virtual time, of which one runs at a time, and stores that keep to
 * the same contracts as Redis and SQLite. The same seed gives the same run.
 */
@NullMarked
package cachescope.engine.simulation;

import org.jspecify.annotations.NullMarked;
