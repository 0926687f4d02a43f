/** What goes wrong in the simulated world, and when: the faults of a strategy as values. */
@NullMarked
package cachescope.engine.strategy.fault;

import org.jspecify.annotations.NullMarked;
