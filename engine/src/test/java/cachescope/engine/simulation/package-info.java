/** Tests of the simulated world. */
@NullMarked
package cachescope.engine.simulation;

import org.jspecify.annotations.NullMarked;
