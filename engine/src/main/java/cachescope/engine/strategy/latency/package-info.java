/**
 * How long calls of the simulated world take: distributions that are drawn from, the same on every
 * machine.
 */
@NullMarked
package cachescope.engine.strategy.latency;

import org.jspecify.annotations.NullMarked;
