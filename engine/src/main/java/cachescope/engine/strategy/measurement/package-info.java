/** Takes a latency model from the log of a run. */
@NullMarked
package cachescope.engine.strategy.measurement;

import org.jspecify.annotations.NullMarked;
